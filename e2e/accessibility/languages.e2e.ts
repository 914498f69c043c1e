import type { Page } from '@playwright/test';
import { findViolations } from '../harness/appearance/findViolations.ts';
import { cards } from '../harness/payWith.ts';
import { resizeTo } from '../harness/appearance/resizeTo.ts';
import { expect, test } from '../harness/test.ts';

/** The names that merchants' own tests use, in each language. A change here is a breaking change. */
const languages = [
  {
    locale: 'de',
    dir: 'ltr',
    fields: ['E-Mail-Adresse', 'Kartennummer', 'Ablaufdatum', 'Sicherheitscode'],
    others: ['Name auf der Karte', 'Postleitzahl'],
    code: 'Aktionscode hinzufügen',
    pay: /^Bezahlen: 49,00\s\$$/,
    completed: 'Zahlung abgeschlossen',
  },
  {
    locale: 'fr',
    dir: 'ltr',
    fields: ['Adresse e-mail', 'Numéro de carte', 'Date d’expiration', 'Code de sécurité'],
    others: ['Nom sur la carte', 'Code postal'],
    code: 'Ajouter un code promotionnel',
    pay: /^Payer 49,00\s\$US$/,
    completed: 'Paiement effectué',
  },
  {
    locale: 'es',
    dir: 'ltr',
    fields: [
      'Correo electrónico',
      'Número de tarjeta',
      'Fecha de caducidad',
      'Código de seguridad',
    ],
    others: ['Nombre en la tarjeta', 'Código postal'],
    code: 'Añadir un código promocional',
    pay: /^Pagar 49,00\sUS\$$/,
    completed: 'Pago completado',
  },
  {
    locale: 'ar',
    dir: 'rtl',
    fields: ['البريد الإلكتروني', 'رقم البطاقة', 'تاريخ الانتهاء', 'رمز الأمان'],
    others: ['الاسم على البطاقة', 'الرمز البريدي'],
    code: 'إضافة رمز ترويجي',
    pay: /^ادفع .*49\.00/,
    completed: 'تمت عملية الدفع',
  },
] as const;

/** How far the button stands from the nearer edge of a tablet's window, where the page has its two columns already. */
async function marginOnTablet(page: Page, pay: RegExp): Promise<number> {
  await resizeTo(page, 1024, 800);
  const box = await page.getByRole('button', { name: pay }).boundingBox();
  await resizeTo(page, 320, 800);
  return box ? Math.min(box.x, 1024 - box.x - box.width) : 0;
}

test('the checkout is paid in every language, by the names it has there, at 320 pixels too', async ({
  account,
  page,
}) => {
  test.slow();
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  await page.setViewportSize({ width: 320, height: 800 });
  for (const { locale, dir, fields, others, code, pay, completed } of languages) {
    const session = await account.createSession();
    await page.goto(`${session.url}?locale=${locale}`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    for (const name of others) await expect(page.getByLabel(name, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: code, exact: true })).toBeVisible();
    const values = ['robin@alder.example', cards.visa, '12 / 34', '123'];
    for (const [index, name] of fields.entries()) {
      await page.getByLabel(name, { exact: true }).fill(values[index] ?? '');
    }
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow(), locale).toBeLessThanOrEqual(0);
    if (dir === 'rtl') {
      expect(await findViolations(page)).toEqual([]);
      expect(await marginOnTablet(page, pay)).toBeGreaterThanOrEqual(24);
    }
    await page.getByRole('button', { name: pay }).click();
    await expect(page.getByRole('heading', { name: completed })).toBeVisible();
    expect(await overflow(), locale).toBeLessThanOrEqual(0);
  }
});

test('a language that the merchant asks for later turns the page around', async ({
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  await shop.frame().getByLabel('Email', { exact: true }).fill('robin@alder.example');
  await page.evaluate(() => window.shop.checkouts['main']?.update({ locale: 'ar' }));
  const html = shop.frame().locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('lang', 'ar');
  // What was typed stays, and is read from left to right as it is everywhere.
  const email = shop.frame().getByLabel('البريد الإلكتروني', { exact: true });
  await expect(email).toHaveValue('robin@alder.example');
  await expect(email).toHaveCSS('direction', 'ltr');
});
