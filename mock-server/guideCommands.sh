# The shell commands of PaymentKit's guide on checkout sessions, as printed there.

# Create a session
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "customer_id": "cus_abc123", "line_items": [ { "price_id": "price_xyz", "quantity": 1 } ], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Link it to a customer
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "customer_id": "cus_abc123", "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/settings" }'

# Apply a promotion code
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "promotion_code": "SAVE20", "line_items": [{"price_id": "price_xyz", "quantity": 1}], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Apply a coupon
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "coupon_id": "coupon_dev_abc123", "line_items": [{"price_id": "price_xyz", "quantity": 1}], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Choose when it expires
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "expires_in_hours": 48, "line_items": [{"price_id": "price_xyz", "quantity": 1}], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Attach custom fields
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "custom_fields": { "order_id": "order_12345", "campaign": "halloween_sale" }, "line_items": [{"price_id": "price_xyz", "quantity": 1}], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Pass parameters to the subscription
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "line_items": [{"price_id": "price_xyz", "quantity": 1}], "params_for_sub": { "custom_fields": { "tier": "enterprise", "region": "us-east" } }, "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Override the processor route
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "processor_route_id": "proute_dev_x7k9m2n4", "line_items": [{"price_id": "price_xyz", "quantity": 1}], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'

# Configure cascade pricing
curl -X POST https://api.paymentkit.com/api/{account_id}/checkout-sessions \
-H "Authorization: Bearer sk_live_..." \
-H "Content-Type: application/json" \
-d '{ "line_items": [{"price_id": "price_premium", "quantity": 1}], "cascade_line_items": [ { "line_items": [{"price_id": "price_standard", "quantity": 1}], "processor_route_id": null }, { "line_items": [{"price_id": "price_basic", "quantity": 1}], "processor_route_id": "proute_dev_fallback" } ], "success_url": "https://yoursite.com/success", "return_url": "https://yoursite.com/cancel" }'
