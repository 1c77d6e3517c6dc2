import { CONFIDENCE_LABELS } from '#contracts/assessments/scales.ts';
import { listBenefitParameters } from '#contracts/benefits/endpoints.ts';
import type { ParameterLine } from '#contracts/benefits/records.ts';
import type { Role } from '#contracts/roles.ts';
import { dayWords, monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf } from '../../api.ts';
import { mayOpen } from '../../paths.ts';
import { useRole } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { doubtWords } from './benefit-words.ts';
import './benefits.css';

const VALUE_READERS: readonly Role[] = ['city', 'district', 'regulator', 'auditor'];
const COLUMNS = [
  { key: 'label', title: '规定' },
  { key: 'value', title: '现在的值' },
  { key: 'source', title: '文号和条款' },
  { key: 'confidence', title: '可信度' },
];

/** Every parameter in force with its document and how sure we are of it; uncertain ones say so. */
export default function ParametersPage() {
  const role = useRole();
  const answer = useQueryOf(listBenefitParameters, { query: {} });
  return (
    <>
      <PageHeader title="核定按什么办" facts={['金额、年龄、期限都是带日期的数据，不写在程序里']}>
        <TextLink small to="/desk/benefits/schemes">
          全部待遇一览
        </TextLink>
        {mayOpen(VALUE_READERS, role) && (
          <TextLink small to="/desk/benefits/settings">
            区定的值
          </TextLink>
        )}
      </PageHeader>
      <Loaded of={answer} rows={8}>
        {({ month, rows }) => (
          <div data-rule>
            {[...Map.groupBy(rows, row => row.schemeName)].map(([name, lines]) => (
              <section key={name}>
                <SectionHead title={name} note={monthWords(month)} />
                <Table caption={name} columns={COLUMNS}>
                  {lines.map(line => (
                    <Line key={line.id} line={line} />
                  ))}
                </Table>
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

type Tier = { nameZh: string; amountFen?: number };

function valueWords(line: ParameterLine): string[] {
  const { value, unit } = line;
  if (value === true) return ['是'];
  if (value === false) return ['否'];
  if (Array.isArray(value))
    return (value as Tier[]).map(tier =>
      tier.amountFen === undefined ? tier.nameZh : `${tier.nameZh}：${fenToYuanText(tier.amountFen)}元/月`,
    );
  // “6月” would read as June.
  const counted = unit === '月' ? '个月' : unit;
  return [`${String(value)}${typeof value === 'number' ? counted : ''}`];
}

function Line({ line }: { line: ParameterLine }) {
  const doubt = doubtWords(line.confidence);
  const source = `${line.documentNumber} ${line.clause}`;
  return (
    <tr>
      <td>
        {line.label}
        <span className="row-note">自{dayWords(line.from)}起</span>
      </td>
      <td>
        {valueWords(line).map(words => (
          <div key={words}>{words}</div>
        ))}
      </td>
      <td>
        {line.url ? (
          <a className="link sm" href={line.url} target="_blank" rel="noreferrer">
            {source}
            <span className="visually-hidden">（在新窗口打开原文）</span>
          </a>
        ) : (
          source
        )}
      </td>
      <td>{doubt ? <Chip tone="doubt">{doubt}</Chip> : CONFIDENCE_LABELS[line.confidence]}</td>
    </tr>
  );
}
