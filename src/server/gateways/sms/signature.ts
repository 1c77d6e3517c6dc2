import { createHmac } from 'node:crypto';

/**
 * HMAC-SM3 over moment, nonce and the exact body bytes, as our vendor port asks. Also used by the simulator, which is
 * otherwise another program: both sides must agree on these bytes and on nothing else.
 */
export function smsSignature(secret: string, sent: { at: string; nonce: string; body: string }): string {
  return createHmac('sm3', secret).update(`${sent.at}\n${sent.nonce}\n${sent.body}`).digest('hex');
}
