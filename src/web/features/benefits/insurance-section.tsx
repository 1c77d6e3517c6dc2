import { useState } from 'react';
import { endInsurance, enterInsurance, type Insurance, readInsurances } from '#contracts/benefits/insurance.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextButton } from '../../ui/button.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import './benefits.css';

/** The person's own benefit of the long-term care insurance: since when, by what decision; it pays services first. */
export function InsuranceSection({ elderId }: { elderId: string }) {
  const [open, setOpen] = useState<'enter' | Insurance | null>(null);
  const today = useBusinessDate();
  const role = useRole();
  const may = role === 'community' || role === 'street';
  const answer = useQueryOf(readInsurances, { params: { elderId } });
  const close = () => setOpen(null);
  return (
    <section>
      <SectionHead title="长护险待遇">
        {may && <TextButton onClick={() => setOpen('enter')}>登记</TextButton>}
      </SectionHead>
      <Loaded of={answer} rows={2}>
        {({ rows, standing, levelReaches }) => (
          <>
            {!standing && (
              <p className="sm soft">
                {rows.length > 0 ? '现在没有待遇' : '没有登记待遇'}，服务不由长护险付。
                {levelReaches && '能力等级可能够得上，请问医保部门。'}
              </p>
            )}
            <ul className="fact-lines">
              {rows.map(row => (
                <li key={row.id}>
                  <span>{row.grade}</span>
                  {dateWords(row.fromOn, today)}起{row.toOn && `，到${dateWords(row.toOn, today)}`}
                  {row.fromOn <= today && today <= (row.toOn ?? today) ? '，享受中' : '，已经停了'}
                  <small>
                    {[row.evidence, `${row.enteredBy}登记`, row.endedNote && `${row.endedBy}：${row.endedNote}`]
                      .filter(Boolean)
                      .join('，')}{' '}
                    {may && row.toOn === null && (
                      <TextButton aria-label={`${row.grade}到哪天为止`} onClick={() => setOpen(row)}>
                        停止
                      </TextButton>
                    )}
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Dialog title="登记长护险待遇" open={open === 'enter'} close={close}>
        <Enter elderId={elderId} done={close} />
      </Dialog>
      <Dialog title="长护险待遇停止" open={open !== null && open !== 'enter'} close={close}>
        {open && open !== 'enter' && <End elderId={elderId} row={open} done={close} />}
      </Dialog>
    </section>
  );
}

type Values = { grade: string; fromOn: string; toOn?: string; evidence: string };

function Enter({ elderId, done }: { elderId: string; done: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(enterInsurance);
  return (
    <Form
      initial={{ grade: '', fromOn: today, toOn: '', evidence: '' }}
      label="登记"
      look="ok"
      done={done}
      submit={({ toOn, ...rest }: Values) =>
        write.mutateAsync({ params: { elderId }, body: { ...rest, ...(toOn && { toOn }) } })
      }
    >
      <TextInput name="grade" label="失能等级" hint="照医保部门的决定书写，如重度失能Ⅰ级" />
      <DateInput name="fromOn" label="从哪天起" />
      <DateInput name="toOn" label="最后一天" optional />
      <TextInput name="evidence" label="依据" hint="待遇决定书和编号；以后服务先由长护险付，再补贴，不重复付" />
    </Form>
  );
}

function End({ elderId, row, done }: { elderId: string; row: Insurance; done: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(endInsurance);
  return (
    <Form
      initial={{ lastOn: today, note: '' }}
      label="停止"
      look="ok"
      done={done}
      submit={(body: { lastOn: string; note: string }) => write.mutateAsync({ params: { elderId, id: row.id }, body })}
    >
      <DateInput name="lastOn" label="最后一天" min={row.fromOn} />
      <TextArea name="note" label="原因" rows={2} />
    </Form>
  );
}
