import { expect, test } from 'vitest';
import { dashboardAssets } from './generated/dashboardAssets.ts';
import { renderDashboard } from './renderDashboard.ts';

test('the document loads one script and one style, both built, and has none of its own', () => {
  const document = renderDashboard({ accountId: 'acc_1' });
  const paths = [...document.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(paths.sort()).toEqual(Object.keys(dashboardAssets).sort());
  expect(document).not.toMatch(/ style=|<style|\son\w+=|javascript:/);
  expect(document.match(/<script/g)).toHaveLength(1);
});

test('its tab has an icon, which asks for nothing', () => {
  const document = renderDashboard({ accountId: 'acc_1' });
  const [, address = ''] = /rel="icon" href="([^"]+)"/.exec(document) ?? [];
  expect(address).toMatch(/^data:image\/svg\+xml,&lt;svg /);
});

test('an account’s id is never taken for markup', () => {
  expect(renderDashboard({ accountId: '<img src=x>' })).not.toContain('<img');
});
