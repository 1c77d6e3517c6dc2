import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { listReliefApplications } from '#contracts/relief.ts';
import { isRecognition, RECOGNITION_KINDS, RELIEF_KIND_LABELS, sayReliefStatus } from '#contracts/relief-lifecycle.ts';
import { APPLICANT_LABELS, APPLICANTS, applyForRecognition } from '#contracts/relief-recognitions.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useDiedOn } from '../../died-on.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { applicationPath } from './application-path.ts';

/** On the record of a person: social assistance under way and decided, and the way to apply. */
export default function ElderPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const diedOn = useDiedOn(id);
  const [open, setOpen] = useState(false);
  const answer = useQueryOf(listReliefApplications, { query: { elderId: id } });
  return (
    <section>
      <SectionHead title="社会救助">
        <TextLink small to={fill('/desk/relief/means/:elderId', { elderId: id })}>
          家庭经济状况
        </TextLink>
        {!diedOn && <TextButton onClick={() => setOpen(true)}>受理申请</TextButton>}
      </SectionHead>
      <Loaded of={answer} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm soft">没有低保、低收入、特困、临时救助的申请。</p>
          ) : (
            <ul>
              {rows.map(row => (
                <li key={row.id}>
                  <TextLink to={applicationPath(row)}>{RELIEF_KIND_LABELS[row.kind]}</TextLink>{' '}
                  {sayReliefStatus(row.kind, row.status)}
                  {row.amountFen !== null &&
                    row.amountFen > 0 &&
                    `，${isRecognition(row.kind) ? '每月' : ''}${fenToYuanText(row.amountFen)}元`}
                  <span className="row-note">
                    {row.number}，{instantWords(row.appliedAt, today)}受理
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog title="受理低保、低收入、特困申请" open={open} close={() => setOpen(false)}>
        <Apply elderId={id} />
      </Dialog>
    </section>
  );
}

function Apply({ elderId }: { elderId: string }) {
  const write = useWrite(applyForRecognition);
  const navigate = useNavigate();
  return (
    <Form
      initial={{ kind: 'minimumLiving', applicant: 'self', reason: '' }}
      label="受理"
      look="ok"
      submit={async (body: never) => {
        const { id } = await write.mutateAsync({ body: { ...(body as object), elderId } as never });
        void navigate(fill('/desk/relief/recognitions/:id', { id }));
      }}
    >
      <RadioGroup
        name="kind"
        label="申请哪一项"
        options={RECOGNITION_KINDS.map(value => ({ value, label: RELIEF_KIND_LABELS[value] }))}
      />
      <RadioGroup
        name="applicant"
        label="谁提出"
        options={APPLICANTS.map(value => ({ value, label: APPLICANT_LABELS[value] }))}
      />
      <TextArea name="reason" label="申请原因" rows={2} hint="户籍在别的街道的，编一个号，由户籍街道办，这里入户调查" />
    </Form>
  );
}
