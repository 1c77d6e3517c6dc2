import { createHash } from 'node:crypto';
import { DomainError } from '#contracts/errors.ts';
import { SIGNING_WORDS } from '#contracts/home-care-bed-lifecycle.ts';
import type { Bed } from '#contracts/home-care-beds.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { bedAnswer, placeOf } from './answer.ts';
import { CONTRACT_TEMPLATE, contractText } from './contract-text.ts';
import * as db from './db.ts';
import { take } from './take-step.ts';

const hashOf = (body: string): string => createHash('sm3').update(body).digest('hex');

/** Makes the contract from the template once the bed is accepted, with the first line of its trace. */
export async function makeContract(ctx: Context, bed: db.BedRecord): Promise<void> {
  const body = contractText({
    elderName: bed.elder_name,
    place: placeOf(bed),
    providerName: bed.provider_name ?? '',
    carePackage: bed.care_package ?? '',
    devices: bed.devices,
    acceptedOn: bed.accepted_on ?? ctx.today,
    monthlyFen: null,
  });
  const contract: db.ContractRecord = {
    contract_id: newId(),
    bed_id: bed.bed_id,
    elder_id: bed.elder_id,
    area_code: bed.area_code,
    provider_id: bed.provider_id ?? '',
    template: CONTRACT_TEMPLATE,
    body,
    body_hash: hashOf(body),
    made_at: ctx.now,
    family_signed_at: null,
    family_signer: null,
    provider_signed_at: null,
    provider_signer: null,
  };
  await db.insertContract(ctx, contract);
  await trace(ctx, contract, { action: 'made', confirmation: null });
}

type Signing = { confirmation: string; bodyHash: string; address: string; device: string };

/** One party's signature: the typed words, the hash of the text that was read, who, when and from where. */
export async function signContract(ctx: Context, bedId: string, signing: Signing): Promise<Bed> {
  const bed = await db.lockBed(ctx, bedId);
  const contract = bed && (await db.findContract(ctx, bedId));
  if (!bed || !contract) throw new DomainError('platform.not-found');
  if (bed.status !== 'accepted' && bed.status !== 'contracted') {
    throw new DomainError('platform.wrong-state', '床位验收以后、服务开始以前才能签合同');
  }
  const side = ctx.actor.role === 'provider' ? 'provider' : 'family';
  refuseBadSignature(contract, side, signing);
  const at = ctx.now;
  const set =
    side === 'provider'
      ? { provider_signed_at: at, provider_signer: ctx.actor.name }
      : { family_signed_at: at, family_signer: ctx.actor.name };
  await db.updateContract(ctx, contract.contract_id, set);
  await trace(ctx, contract, { action: side === 'provider' ? 'provider-signed' : 'family-signed', ...signing });
  await record(ctx, {
    action: 'home-care-beds.sign-contract',
    subject: { kind: 'home-care-contract', id: contract.contract_id },
    elderId: bed.elder_id,
    areaCode: bed.area_code,
    after: { side, bodyHash: contract.body_hash },
  });
  const signed = { ...contract, ...set };
  if (!signed.family_signed_at || !signed.provider_signed_at) return bedAnswer(ctx, bed);
  const note = `${signed.family_signer}、${signed.provider_signer}已签`;
  return bedAnswer(ctx, await take(ctx, bed, { action: 'contract', set: { contracted_on: ctx.today }, note }));
}

function refuseBadSignature(contract: db.ContractRecord, side: 'provider' | 'family', signing: Signing): void {
  const already = side === 'provider' ? contract.provider_signed_at : contract.family_signed_at;
  if (already) throw new DomainError('home-care-beds.already-signed');
  if (signing.bodyHash !== contract.body_hash) throw new DomainError('home-care-beds.contract-changed');
  if (signing.confirmation !== SIGNING_WORDS) {
    const sentence = `请一字不差地输入“${SIGNING_WORDS}”`;
    throw new DomainError('home-care-beds.confirmation-wrong', undefined, { confirmation: sentence });
  }
}

type Traced = { action: string; confirmation: string | null; address?: string; device?: string };

const trace = (ctx: Context, contract: db.ContractRecord, of: Traced) =>
  db.insertTrace(ctx, {
    trace_id: newId(),
    contract_id: contract.contract_id,
    elder_id: contract.elder_id,
    area_code: contract.area_code,
    provider_id: contract.provider_id,
    at: ctx.now,
    action: of.action,
    actor_name: ctx.actor.name,
    account_id: ctx.actor.accountId,
    role: ctx.actor.role,
    body_hash: contract.body_hash,
    confirmation: of.confirmation,
    address: of.address ?? null,
    device: of.device ?? null,
  });
