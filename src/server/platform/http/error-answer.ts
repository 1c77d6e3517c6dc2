import { DomainError, ERRORS, type ErrorBody, type ErrorCode } from '#contracts/errors.ts';

/** Thrown where the transaction must be kept although the answer is an error (a counted wrong password). */
export class CommittedRefusal extends DomainError {}

/** Turns anything thrown into the one error shape. PostgreSQL's own words never leave the server. */
export function errorAnswer(error: unknown, requestId: string): { status: number; body: ErrorBody } {
  const known = error instanceof DomainError ? error : (fromDatabase(error) ?? fromFastify(error));
  const code: ErrorCode = known?.code ?? 'platform.internal';
  const entry = ERRORS[code];
  const body: ErrorBody = { code, message: known?.message ?? entry.say, doNext: entry.doNext, requestId };
  if (known?.fields) body.fields = known.fields;
  return { status: entry.status, body };
}

const BY_SQLSTATE: Record<string, ErrorCode> = {
  '23505': 'platform.conflict',
  '40001': 'platform.conflict',
  '40P01': 'platform.conflict',
  '42501': 'platform.not-found',
  '22P02': 'platform.invalid-input',
  '53300': 'platform.unavailable',
  '57P01': 'platform.unavailable',
};

/** A row the rules hide and a row that is not there answer alike: 42501 becomes "not found". */
function fromDatabase(error: unknown): DomainError | undefined {
  const code = BY_SQLSTATE[(error as { code?: string })?.code ?? ''];
  return code ? new DomainError(code) : undefined;
}

function fromFastify(error: unknown): DomainError | undefined {
  const code = (error as { code?: string })?.code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new DomainError('platform.too-large');
  if (code.startsWith('FST_ERR_CTP')) return new DomainError('platform.invalid-input', '请求内容不是有效的 JSON');
  return undefined;
}
