import { useParams, useSearchParams } from 'react-router';
import { type Filling, readFilling, readForm } from '#contracts/assessments/fillings.ts';
import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { documentWords, versionWords } from './assessment-words.ts';
import { FillForm } from './fill-form.tsx';
import { About, Doubt, Origin } from './form-about.tsx';
import { OutcomeList } from './outcome-list.tsx';
import './assessments.css';

/** One questionnaire: what it is; with `?elderId=` to be filled, with `?filling=` as it was filled. */
export default function FormPage() {
  const { form = '' } = useParams();
  const answer = useQueryOf(readForm, { params: { form } });
  return (
    <Loaded whole of={answer}>
      {loaded => <Body form={loaded} />}
    </Loaded>
  );
}

function Body({ form }: { form: ScaleForm }) {
  const [params, setParams] = useSearchParams();
  const elderId = params.get('elderId');
  const filling = params.get('filling');
  return (
    <>
      <PageHeader
        record
        title={form.titleZh}
        trail={[
          { title: '能力评估', to: '/desk/assessments' },
          { title: '量表', to: '/desk/assessments/forms' },
        ]}
        facts={[documentWords(form.document), versionWords(form.version), form.purpose]}
      />
      {filling ? (
        <Filled form={form} id={filling} />
      ) : elderId && form.use !== 'process' ? (
        <FillForm form={form} elderId={elderId} done={id => setParams({ filling: id })} />
      ) : (
        <About form={form} />
      )}
    </>
  );
}

function Filled({ form, id }: { form: ScaleForm; id: string }) {
  const answer = useQueryOf(readFilling, { params: { id } });
  return <Loaded of={answer}>{data => <Result form={form} data={data} />}</Loaded>;
}

function Result({ form, data }: { form: ScaleForm; data: Filling }) {
  return (
    <div className="assess-cols">
      <div className="stack">
        <p>
          <TextLink to={fill('/desk/elders/:id', { id: data.elderId })}>{data.elderName}</TextLink>，{data.sex}，
          {data.bornOn.slice(0, 4)}年生，{data.areaName}；{dayWords(data.filledOn)}由{data.filledBy}填
        </p>
        <section>
          <SectionHead title={form.totalMax > 0 ? `${data.result.total}分，满分${form.totalMax}` : '结果'} />
          <OutcomeList result={data.result} />
          <ul className="assess-lines">
            {data.result.derived.map(each => (
              <li key={each.key}>
                {each.nameZh}：{each.value} <Doubt confidence={each.confidence} />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <SectionHead title="各项" />
          <ul className="assess-lines">
            {form.items.map(item => {
              const points = data.answers.items[item.code];
              return (
                points !== undefined && (
                  <li key={item.code}>
                    {item.code} {item.nameZh}：{points}分，
                    {item.options.find(option => option.points === points)?.meaning}
                  </li>
                )
              );
            })}
            {form.questions.map(question => (
              <li key={question.key}>
                {question.nameZh}：{answerWords(data.answers[question.key], question.choices)}
              </li>
            ))}
          </ul>
        </section>
        <div className="row-flex no-print">
          <Button icon="print" onClick={() => window.print()}>
            打印
          </Button>
        </div>
      </div>
      <aside className="stack" aria-label="来源和待定">
        <Origin form={form} />
      </aside>
    </div>
  );
}

function answerWords(value: unknown, choices: readonly { value: number; label: string }[]): string {
  if (value === undefined || value === null || value === '') return '没有填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、') || '没有';
  return choices.find(each => each.value === value)?.label ?? String(value);
}
