import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '#contracts/errors.ts';
import { documentLifecycle, type PolicyDocument } from '#contracts/policies/documents.ts';
import type { ParsedDocument } from '#contracts/policies/parsed-document.ts';
import { recogniseIndicator } from '#modules/indicators/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { documentAnswer } from './document-answer.ts';
import { proposalsOf } from './rules.ts';

/** Government documents that ship with the demo, as their publishers put them out (data/README.md names the sources). */
export const SAMPLES = join(import.meta.dirname, '../../../../data/documents');

export function listSamples(): { file: string; title: string }[] {
  try {
    return readdirSync(SAMPLES)
      .filter(file => file.endsWith('.txt'))
      .sort()
      .map(file => ({ file, title: basename(file, '.txt') }));
  } catch {
    return [];
  }
}

export function readSample(file: string): Uint8Array {
  if (!listSamples().some(sample => sample.file === file)) throw new DomainError('platform.not-found');
  return new Uint8Array(readFileSync(join(SAMPLES, file)));
}

/**
 * Reads a document (bytes of .txt, .docx, .pdf, or pasted text) and opens its review. Nothing of it counts before a
 * person has decided on every piece. Errors: policies.unreadable, policies.nothing-found.
 */
export async function importDocument(ctx: Context, source: Uint8Array | string): Promise<PolicyDocument> {
  const parsed = await parseInThread(source);
  if (parsed.measures.length + parsed.progress.length === 0) throw new DomainError('policies.nothing-found');
  const documentId = newId();
  const title = parsed.title ?? '（标题待补）';
  const { issuers, documentNumber: number, issuedOn, draft, text: body } = parsed;
  await db.insertDocument(ctx, { documentId, title, issuers, number, issuedOn, draft, body });
  await db.insertItems(ctx, documentId, proposalsOf(parsed, recogniseIndicator));
  const subject = { kind: 'policy-document', id: documentId, areaCode: ctx.actor.areaCode };
  await advance(ctx, {
    table: documentLifecycle,
    subject,
    status: null,
    action: 'record',
    duty: {
      forRole: ctx.actor.role,
      kindLabel: '文件审核',
      title: `审核《${title}》`,
      reason: `读出措施 ${parsed.measures.length} 条、进展 ${parsed.progress.length} 行，逐条确认后入账`,
      actionLabel: '审核',
      path: `/desk/policies/${documentId}`,
      withinWorkingDays: 5,
    },
  });
  await record(ctx, { action: 'policies.import', subject, areaCode: ctx.actor.areaCode, after: { title } });
  return documentAnswer(ctx, documentId);
}

type Message = { parsed: ParsedDocument } | { unreadable: string };

/** Reading and parsing take up to seconds for a large PDF: never on the request thread, never longer than a minute. */
function parseInThread(source: Uint8Array | string): Promise<ParsedDocument> {
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  return new Promise<ParsedDocument>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new DomainError('policies.unreadable', '文件太复杂，一分钟内没有读完')),
      60_000,
    );
    worker.once('message', (message: Message) => {
      clearTimeout(late);
      if ('parsed' in message) resolve(message.parsed);
      else reject(new DomainError('policies.unreadable', message.unreadable));
    });
    worker.once('error', error =>
      reject(new DomainError('policies.unreadable', `这个文件读不出文字：${error.message}`)),
    );
  }).finally(() => worker.terminate());
}
