import { useState } from 'react';
import { useParams } from 'react-router';
import { type Consent, decideConsent, listConsents } from '#contracts/consents.ts';
import { OFFICIALS } from '#contracts/roles.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { mayOpen } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { DateInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { standsWords } from './consent-words.ts';

/** On a person's record: what they agreed to, and writing down what they said. */
export default function ElderConsentsPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const mayDecide = mayOpen(OFFICIALS, useRole());
  const answer = useQueryOf(listConsents, { params: { elderId: id } });
  const [asking, setAsking] = useState<Consent | null>(null);
  return (
    <section className="file-section">
      <SectionHead title="同意" />
      <Loaded of={answer} rows={3}>
        {({ rows }) => (
          <ul className="looked">
            {rows.map(row => (
              <li key={row.purpose}>
                <b>{row.name}</b> <Chip tone={row.allowed ? 'pine' : 'over'}>{row.allowed ? '可以' : '不可以'}</Chip>
                <time>
                  {row.basis ? '没有说过，按默认 ' : `${standsWords(row, today)} `}
                  {mayDecide && <TextButton onClick={() => setAsking(row)}>记下他说的</TextButton>}
                </time>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Dialog title={asking?.name ?? ''} open={asking !== null} close={() => setAsking(null)}>
        {asking && <AskForm elderId={id} consent={asking} close={() => setAsking(null)} />}
      </Dialog>
    </section>
  );
}

function AskForm({ elderId, consent, close }: { elderId: string; consent: Consent; close: () => void }) {
  const write = useWrite(decideConsent);
  const today = useBusinessDate();
  const start = { purpose: consent.purpose, textVersion: consent.textVersion, decision: '', evidence: '' };
  return (
    <Form
      initial={start}
      checks={decideConsent.body}
      label="记下来"
      look="ok"
      submit={(body: never) => write.mutateAsync({ params: { elderId }, body })}
      done={close}
    >
      <p className="sm soft">请念给老人听：{consent.text}</p>
      <p className="sm mute">
        现在{consent.allowed ? '可以' : '不可以'}：{standsWords(consent, today)}
      </p>
      <RadioGroup
        name="decision"
        label="老人怎么说"
        options={[
          { value: 'given', label: '同意' },
          { value: 'refused', label: '不同意，或收回以前的同意' },
        ]}
      />
      <TextInput name="evidence" label="依据" hint="如：本人当面说的，签了纸质同意书；老人的消息里写明由您代办" />
      <DateInput name="validTo" label="到哪天为止" optional hint="不填就一直有效，随时可以收回" />
    </Form>
  );
}
