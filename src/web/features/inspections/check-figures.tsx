import type { Check } from '#contracts/inspections.ts';
import { fenToYuanText } from '#shared/money.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { countWords } from '../../ui/words.ts';
import './inspections.css';

export function Lines({ of }: { of: Check }) {
  const sum = of.lines.reduce((n, line) => n + line.totalFen, 0);
  return (
    <section aria-label="结算">
      <SectionHead title="结算行" note={`现在应结算${fenToYuanText(sum)}元`} />
      <Table
        caption="结算行表"
        columns={[
          { key: 'kind', title: '结算行' },
          { key: 'fen', title: '金额（元）', number: true },
        ]}
      >
        {of.lines.map(line => (
          <tr key={line.id}>
            <td>{line.kind === 'void' ? '冲销旧记录' : line.recordId === of.recordId ? '原记录' : '更正后的记录'}</td>
            <td className="num">{fenToYuanText(line.totalFen)}</td>
          </tr>
        ))}
        <tr className="sum">
          <td>合计</td>
          <td className="num">{fenToYuanText(sum)}</td>
        </tr>
      </Table>
    </section>
  );
}

export function Figures({ of }: { of: Check }) {
  if (of.figures.length === 0) return null;
  return (
    <section aria-label="变了的指标">
      <SectionHead title="本街道的指标跟着变了" note="更正那一刻，更正前后各算一次" />
      <Table
        caption="指标更正前后"
        columns={[
          { key: 'name', title: '指标' },
          { key: 'before', title: '更正前', number: true },
          { key: 'after', title: '更正后', number: true },
        ]}
      >
        {of.figures.map(f => (
          <tr key={f.code}>
            <td>
              <TextLink to={fill('/desk/figures/:code', { code: f.code })}>{f.name}</TextLink>
              <span className="xs mute">（{f.unit}）</span>
            </td>
            <td className="num">{countWords(f.before)}</td>
            <td className="num changed">{countWords(f.after)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
