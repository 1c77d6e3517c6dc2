import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';

const SECRET = 'test-exchange-secret';
export type Exchange = {
  url: string;
  secret: string;
  /** Puts a batch of rows (field → text) into the platform; answers its number. */
  put: (batch: {
    kind: string;
    area: string;
    sender: string;
    asOf: string;
    rows: object[];
    full?: boolean;
  }) => Promise<number>;
  stop: () => void;
};

/** The exchange simulator as a process of its own. */
export async function startExchange(): Promise<Exchange> {
  const file = join(import.meta.dirname, '../../simulators/exchange/server.ts');
  const child: ChildProcess = spawn(process.execPath, [file], { env: { ...process.env, EXCHANGE_SECRET: SECRET } });
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  const url = /http\S+/.exec(said.toString())?.[0] ?? '';
  return {
    url,
    secret: SECRET,
    put: async batch => {
      const [at, nonce, body] = [new Date().toISOString(), randomUUID(), JSON.stringify(batch)];
      const signature = createHmac('sm3', SECRET).update(`${at}\n${nonce}\n${body}`).digest('hex');
      const headers = { 'x-at': at, 'x-nonce': nonce, 'x-signature': signature };
      const answer = await fetch(`${url}/batches`, { method: 'POST', headers, body });
      return ((await answer.json()) as { sequence: number }).sequence;
    },
    stop: () => child.kill(),
  };
}
