import {
  keepProjectStage,
  listProjectStages,
  PROJECT_STAGE_LABELS,
  PROJECT_STAGES,
  STAGE_STATE_LABELS,
  STAGE_STATES,
} from '#contracts/relief-project.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { DateInput, Select, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

/** What stage the platform is in since when, as the city keeps it; the newest entry of a stage holds. */
export function ProjectStages() {
  const today = useBusinessDate();
  const role = useRole();
  const answer = useQueryOf(listProjectStages, {});
  return (
    <section>
      <SectionHead title="平台建设到哪一步" note="市里记，记错了再记一条" />
      <Loaded of={answer} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm mute">还没有记初步验收、试运行的结果。</p>
          ) : (
            <ul className="relief-lines">
              {rows.map(row => (
                <li key={row.id}>
                  {PROJECT_STAGE_LABELS[row.stage]}，{dateWords(row.on, today)}{' '}
                  <Chip tone={row.state === 'passed' ? 'pine' : 'plain'}>{STAGE_STATE_LABELS[row.state]}</Chip>
                  <small>{[row.document, row.opinion].filter(Boolean).join('：')}</small>
                  <small>
                    {row.setBy}，{instantWords(row.setAt, today)}记
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {role === 'city' && <Keep />}
    </section>
  );
}

function Keep() {
  const write = useWrite(keepProjectStage);
  const today = useBusinessDate();
  return (
    <details>
      <summary className="link sm">记一个阶段</summary>
      <Form
        initial={{ stage: '', state: '', on: today, document: '', opinion: '' }}
        checks={keepProjectStage.body}
        label="记下"
        look="ok"
        submit={(body: never) => write.mutateAsync({ body })}
      >
        <Select
          name="stage"
          label="阶段"
          options={PROJECT_STAGES.map(value => ({ value, label: PROJECT_STAGE_LABELS[value] }))}
        />
        <Select
          name="state"
          label="结果"
          options={STAGE_STATES.map(value => ({ value, label: STAGE_STATE_LABELS[value] }))}
        />
        <DateInput name="on" label="哪天" max={today} />
        <TextInput name="document" label="依据的材料" hint="如：初步验收专家评审意见" />
        <TextArea name="opinion" label="专家意见" rows={2} optional />
      </Form>
    </details>
  );
}
