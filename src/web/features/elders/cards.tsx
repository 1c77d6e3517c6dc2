import { useState } from 'react';
import {
  CARD_KIND_LABELS,
  CARD_KINDS,
  CARD_STATUS_LABELS,
  type Card,
  listCards,
  recordCard,
  stepCard,
} from '#contracts/elders/cards.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { DateInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip, Facts } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** 养老助残卡 and the other cards: which, until when, whether it works. */
export function Cards({ id, allowed }: { id: string; allowed: boolean }) {
  const answer = useQueryOf(listCards, { params: { id } });
  const [adding, setAdding] = useState(false);
  return (
    <section className="file-section">
      <SectionHead title="卡证">
        {allowed && (
          <button type="button" className="link sm" onClick={() => setAdding(true)}>
            登记
          </button>
        )}
      </SectionHead>
      <Loaded of={answer} rows={1}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm mute">没有登记养老助残卡</p>
          ) : (
            <ul className="people-list">
              {rows.map(row => (
                <OneCard key={row.id} id={id} row={row} allowed={allowed} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog title="登记一张卡证" open={adding} close={() => setAdding(false)}>
        <CardForm id={id} close={() => setAdding(false)} />
      </Dialog>
    </section>
  );
}

export const cardWords = (row: Card, today: string): string =>
  row.validTo ? `${row.expired ? '已过期，' : ''}有效到${dateWords(row.validTo, today)}` : '没有登记有效期';

function OneCard({ id, row, allowed }: { id: string; row: Card; allowed: boolean }) {
  const today = useBusinessDate();
  const step = useWrite(stepCard);
  const take = (action: string) =>
    step.mutate({ params: { id, cardId: row.id }, body: { action: action as 'report-lost' } });
  return (
    <li>
      <b>{CARD_KIND_LABELS[row.kind]}</b>
      <Chip tone={row.status === 'in-use' && !row.expired ? 'pine' : 'over'}>{CARD_STATUS_LABELS[row.status]}</Chip>
      <span>
        <Facts
          items={[
            row.numberMasked,
            cardWords(row, today),
            ...(allowed ? row.actions : []).map(action => (
              <TextButton key={action.action} onClick={() => take(action.action)}>
                {action.label}
              </TextButton>
            )),
          ]}
        />
      </span>
      {step.error && <ErrorState error={step.error} />}
    </li>
  );
}

function CardForm({ id, close }: { id: string; close: () => void }) {
  const write = useWrite(recordCard);
  return (
    <Form
      initial={{ kind: 'elder-disabled', number: '' }}
      checks={recordCard.body}
      secret={['number']}
      label="登记"
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: { id }, body })}
      done={close}
    >
      <Select
        name="kind"
        label="哪一种"
        options={CARD_KINDS.map(value => ({ value, label: CARD_KIND_LABELS[value] }))}
      />
      <TextInput name="number" label="卡号" hint="照卡面填；加密保存，页面上只显示后四位" />
      <DateInput name="issuedOn" label="发卡日期" optional />
      <DateInput name="validTo" label="有效期到" optional />
    </Form>
  );
}
