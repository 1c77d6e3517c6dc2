import { useParams, useSearchParams } from 'react-router';
import { type Filling, readFilling, readForm } from '#contracts/assessments/fillings.ts';
import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { FillForm } from './fill-form.tsx';
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
        facts={[form.document, form.version, form.purpose]}
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

function About({ form }: { form: ScaleForm }) {
  return (
    <div className="assess-cols">
      <div className="stack">
        <Gradings form={form} />
        <Workings form={form} />
        {form.dimensions.map(dimension => (
          <section key={dimension.key}>
            <SectionHead title={`${dimension.nameZh}，${dimension.items}项${dimension.max}分`} />
            <ul className="assess-lines">
              {form.items
                .filter(item => item.dimension === dimension.key)
                .map(item => (
                  <li key={item.code}>
                    {item.code} {item.nameZh}，满分{item.max}{' '}
                    {item.confidence && <Doubt confidence={item.confidence} />}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {form.questions.length > 0 && (
          <section>
            <SectionHead title="其他问题" />
            <ul className="assess-lines">
              {form.questions.map(question => (
                <li key={question.key}>
                  {question.nameZh} {question.confidence && <Doubt confidence={question.confidence} />}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <aside className="stack" aria-label="来源和待定">
        <Origin form={form} />
      </aside>
    </div>
  );
}

function Gradings({ form }: { form: ScaleForm }) {
  const gradings = [{ key: 'level', nameZh: '等级', ...form }, ...form.alsoGraded].filter(
    each => each.levels.length > 0,
  );
  if (gradings.length === 0) return <p className="soft">来源没有给出分级办法，只记内容和合计，不定级。</p>;
  return gradings.map(each => (
    <section key={each.key}>
      <SectionHead title={each.nameZh} note={each.gradingNote} />
      <Doubt confidence={each.gradingConfidence ?? form.confidence} />
      <ul className="assess-lines">
        {each.levels.map(level => (
          <li key={level.level}>
            {level.nameZh}
            {each.rules.length === 0 && level.max > level.min && `：${level.min}至${level.max}`}
            {each.rules
              .filter(rule => rule.level === level.level)
              .map(rule => (
                <p key={rule.clause} className="soft">
                  {rule.clause}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** How the scores between items and level are worked out: bands, and the table that combines them. */
function Workings({ form }: { form: ScaleForm }) {
  const bands = form.derived.flatMap(each =>
    typeof each.value === 'object' && 'band' in each.value ? [{ ...each, bands: each.value.band.bands }] : [],
  );
  const table = typeof form.of === 'object' && 'table' in form.of ? form.of.table : null;
  const nameOf = (level: number) => form.levels.find(each => each.level === level)?.nameZh ?? level;
  return (
    <>
      {bands.map(each => (
        <section key={each.key}>
          <SectionHead title={each.nameZh} note={each.note} />
          <Doubt confidence={each.confidence ?? form.confidence} />
          <ul className="assess-lines">
            {each.bands.map(([from, to, value]) => (
              <li key={value}>
                {value}：{from === to ? `${from}分` : `${from}至${to}分`}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {table && (
        <section>
          <SectionHead title="组合表" note="行是前一个分级，列是后一个分级，都从 0（完好）到 3（重度）" />
          <Doubt confidence={form.gradingConfidence ?? form.confidence} />
          <div className="tbl-wrap">
            <table className="cal">
              <thead>
                <tr>
                  <th scope="col">行＼列</th>
                  {table.cells[0]?.map((_, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the place in the table is the identity
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.cells.map((cells, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place in the table is the identity
                  <tr key={row}>
                    <th scope="row">{row}</th>
                    {cells.map((cell, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the place in the table is the identity
                      <td key={column}>{nameOf(cell)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}

function Doubt({ confidence }: { confidence: keyof typeof CONFIDENCE_LABELS }) {
  return isSure(confidence) ? null : <Chip tone="doubt">{CONFIDENCE_LABELS[confidence]}</Chip>;
}

function Origin({ form }: { form: ScaleForm }) {
  return (
    <>
      <section>
        <SectionHead title="还没有定的" />
        <Doubt confidence={form.confidence} />
        <ul className="assess-lines">
          {form.openPoints.map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section>
        <SectionHead title="来源" />
        <ul className="assess-lines">
          {form.sources.map(source => (
            <li key={source} style={{ overflowWrap: 'anywhere' }}>
              {source}
            </li>
          ))}
          {form.sources.length === 0 && <li>没有查到可引的来源</li>}
        </ul>
      </section>
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
          {data.bornOn.slice(0, 4)}年生，{data.areaName}；{data.filledOn}由{data.filledBy}填
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
