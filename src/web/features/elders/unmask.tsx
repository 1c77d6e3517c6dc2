import { useState } from 'react';
import { type ElderRecord, REVEAL_PURPOSES, readReveal, revealElder } from '#contracts/elders/record.ts';
import { call } from '../../api.ts';
import { Masked } from '../../ui/overlay.tsx';
import { placeName } from './place-name.ts';

/** Masked numbers; the whole after naming a purpose, and only until the page is left. */
export function Unmask({ record, allowed }: { record: ElderRecord; allowed: boolean }) {
  const { elder, areaPath } = record;
  const place = elder.compound ?? placeName(areaPath.at(-1)?.name ?? '');
  const masked = [
    `身份证 ${record.identityMasked}`,
    record.phoneMasked ? `手机 ${record.phoneMasked}` : '没有手机',
    `${place} ${record.doorMasked ?? '门牌没登记'}`,
  ];
  const [note, setNote] = useState<string | null>(null);
  if (!allowed) {
    return (
      <div className="masked">
        {masked.map(value => (
          <span key={value}>{value}</span>
        ))}
      </div>
    );
  }
  const reveal = async (purpose: string) => {
    const params = { id: elder.elderId };
    const fields = ['identity', 'phone', 'door', 'note'] as const;
    const asked = await call(revealElder, {
      params,
      body: { purpose: purpose as (typeof REVEAL_PURPOSES)[number], fields: [...fields] },
    });
    const shown = await call(readReveal, { params: { ...params, revealId: asked.revealId } });
    setNote(shown.note ?? null);
    return [
      `身份证 ${shown.identityNumber}`,
      shown.phone ? `手机 ${shown.phone}` : '没有手机',
      `${place} ${shown.door ?? '门牌没登记'}`,
    ];
  };
  return (
    <>
      <Masked values={masked} purposes={REVEAL_PURPOSES} reveal={reveal} seenBy="本人和家属" />
      {note && <p className="sm soft">备注：{note}</p>}
    </>
  );
}
