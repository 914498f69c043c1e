import {
  type Connection,
  connectHostedPage,
  createNonce,
} from '../../channel/connectHostedPage.ts';
import { createFrame } from '../../frame/createFrame.ts';
import { checkOption } from '../../options/checkOption.ts';
import type { Access } from '../../options/resolveAccess.ts';
import type { HostedInit } from '../../protocol/MerchantMessage.ts';
import { writeAddress } from '../../protocol/writeAddress.ts';
import { checkoutHandle } from '../../session/checkoutHandle.ts';
import { ownHost } from '../options/checkHost.ts';
import { createError } from '../run/fail.ts';
import type { Attempt, Run } from '../run/Run.ts';

/**
 * Builds the frame of a session and its channel, for an attempt. Nothing is loaded before the frame is
 * inserted.
 */
export async function buildFrame(
  setting: Pick<Run, 'platform' | 'options' | 'mode' | 'changes'>,
  attempt: Pick<Attempt, 'signal' | 'frame' | 'send'>,
  { host, token }: Access,
  hear: Connection['hear'],
): Promise<void> {
  const { origin } = setting.platform.location;
  checkOption(setting.options.host === 'self' || host !== origin, __DEV__ ? ownHost : '');
  // Without secure randomness or a digest there is no checkout in a frame.
  const handle = origin.startsWith('http') && (await checkoutHandle(token).catch(() => undefined));
  if (!handle) throw createError('insecure_context');
  const nonce = createNonce();
  const frame = createFrame(
    setting.platform,
    host,
    writeAddress(`${host}/embed/${handle}`, setting.changes.locale, nonce, origin),
    setting.options.texts.title,
  );
  attempt.frame = frame;
  attempt.send = connectHostedPage(
    setting.platform,
    {
      frame,
      host,
      nonce,
      init: () => ({
        t: 's:init',
        token,
        mode: setting.mode as HostedInit['mode'],
        redirect: setting.options.redirect,
        ...setting.changes,
      }),
      hear,
    },
    attempt.signal,
  );
}
