import type { ScaleForm } from '#contracts/assessments/scales.ts';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';

/** What a questionnaire is, before anybody fills it: gradings, workings, items; every doubt beside its value. */
export function About({ form }: { form: ScaleForm }) {
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
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard only when it can be focused */}
          <section className="tbl-wrap" tabIndex={0} aria-label="组合表">
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
          </section>
        </section>
      )}
    </>
  );
}

export function Doubt({ confidence }: { confidence: keyof typeof CONFIDENCE_LABELS }) {
  return isSure(confidence) ? null : <Chip tone="doubt">{CONFIDENCE_LABELS[confidence]}</Chip>;
}

export function Origin({ form }: { form: ScaleForm }) {
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
