/** What `--help` prints. */
export const help = `paymentkit-mock-server: PaymentKit's API, hosted checkout page and clock on your
own machine

Usage
  paymentkit-mock-server [options]              Start it
  paymentkit-mock-server session [--open]       Make a checkout session
  paymentkit-mock-server trigger <event type>   Let something happen, with all
                                                that belongs to it
  The last two ask a server that runs.

Options to start it
  --port <number>           Port to listen on; 0 takes a free one
                            (default: PAYMENTKIT_PORT, else 4242)
  --host <address>          Address to listen on (default: 127.0.0.1). Any other
                            than a loopback one lets other machines in and
                            needs --control-token
  --allow-host <name>       Also answer requests sent to this name; can be
                            repeated
  --control-token <secret>  Ask for this secret on /_mock
  --data <file>             Keep everything in this file, over restarts
                            (default: in memory only)
  --seed <file>             Add the records of this JSON file to accounts; with
                            a mistake in it, none. An id that is there already
                            is left as it is
  --webhook-url <url>       Tell this address of everything in acc_dev_demo, and
                            print its secret
  --allow-webhook-host <name>
                            Send webhooks to this host wherever it is; can be
                            repeated
  --quiet                   Print no line for each request

Options of session and trigger
  --url <origin>            Where it runs (default: http://127.0.0.1:4242, or
                            the port in PAYMENTKIT_PORT)
  --account <id>            In which account (default: acc_dev_demo)
  --open                    Open the checkout page of the new session
  --control-token <secret>  What it was started with

  --help                    Show this

Try it
  paymentkit-mock-server --webhook-url http://localhost:3000/webhooks
  paymentkit-mock-server session --open
  paymentkit-mock-server trigger invoice.paid
  curl -X POST http://127.0.0.1:4242/api/acc_dev_demo/checkout-sessions \\
    -H "Authorization: Bearer sk_test_demo" \\
    -H "Content-Type: application/json" \\
    -d '{"line_items": [{"price_id": "price_premium", "quantity": 1}],
         "success_url": "http://localhost:3000/success",
         "return_url": "http://localhost:3000/cart"}'
  Open the "url" of the answer and pay with 4242 4242 4242 4242.

It exits with 0 when all went well, 1 when it could not be done, 2 when it was
called in a wrong way.
`;
