import type { FrameLocator, Page } from '@playwright/test';
import { findHostedPage } from './findHostedPage.ts';

/** What the shopper does at the bank. */
export type BankAnswer = 'approve' | 'refuse' | 'give up';

const words = { approve: 'Approve', refuse: 'Refuse' } as const;

function findButton(hosted: Page | FrameLocator, answer: BankAnswer) {
  if (answer === 'give up') {
    return hosted.getByRole('button', { name: 'Cancel and use another card', exact: true });
  }
  const bank = hosted.frameLocator('iframe[src*="/checkout/challenge/"]');
  return bank.getByRole('button', { name: words[answer], exact: true });
}

/** Answers the bank's question on the hosted page, once it asks. */
export async function answerBank(page: Page, answer: BankAnswer = 'approve'): Promise<void> {
  await findButton(await findHostedPage(page), answer).click();
}
