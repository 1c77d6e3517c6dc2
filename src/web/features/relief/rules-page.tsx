import { useState } from 'react';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { listReliefRules, type ReliefRule, type RuleLine, type WarningRule } from '#contracts/relief-rules.ts';
import { useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { SetLine, sayLine, TryLine, type Unit } from './rule-line.tsx';
import './relief.css';

/** What each rule looks at, by whose word, and how often it was right. */
export default function RulesPage() {
  const answer = useQueryOf(listReliefRules, {});
  return (
    <>
      <PageHeader
        title="预警规则"
        trail={[{ title: '困难预警', to: '/desk/relief/warnings' }]}
        facts={['没有查到文件规定的数，先按系统默认的预警，请区里按文件定', '属实率从上门核实的结果来']}
      />
      <Loaded of={answer} rows={8}>
        {({ rows }) => <Rules rows={rows} />}
      </Loaded>
    </>
  );
}

function Rules({ rows }: { rows: readonly ReliefRule[] }) {
  const role = useRole();
  const maySet = role === 'district' || role === 'city';
  const [open, setOpen] = useState<{ rule: WarningRule; what: 'set' | 'try' } | null>(null);
  const chosen = rows.find(row => row.rule === open?.rule);
  const close = () => setOpen(null);
  return (
    <>
      <div className="list-bar no-print">
        <div className="right">
          <FilesMenu files={filesOf(listReliefRules, {})} />
        </div>
      </div>
      <Table
        folds
        caption="预警规则"
        columns={[
          { key: 'rule', title: '规则' },
          { key: 'line', title: '线' },
          { key: 'raised', title: '预警', number: true },
          { key: 'judged', title: '核实结果' },
          { key: 'precision', title: '属实率', number: true },
          { key: 'acts', title: '' },
        ]}
      >
        {rows.map(row => (
          <tr key={row.rule}>
            <td>
              {row.label}
              <span className="row-note">{row.looks}</span>
            </td>
            <td data-title="线" data-rule>
              <Now unit={row.unit} line={row.now} />
              {row.lines.length > 1 && <History row={row} />}
            </td>
            <td className="num" data-title="预警">
              {row.raised === 0 ? (
                0
              ) : row.direction === 'exit' ? (
                <TextLink to="/desk/relief/rechecks">{countWords(row.raised)}</TextLink>
              ) : (
                <TextLink to={`/desk/relief/warnings?rule=${row.rule}`}>{countWords(row.raised)}</TextLink>
              )}
            </td>
            <td data-title="核实结果">{sayFeedback(row)}</td>
            <td className="num" data-title="属实率">
              {row.precisionPercent === null ? '无' : `${row.precisionPercent}%`}
            </td>
            <td>
              {maySet && (
                <span className="row-flex">
                  <TextButton onClick={() => setOpen({ rule: row.rule, what: 'set' })}>定线</TextButton>
                  <TextButton onClick={() => setOpen({ rule: row.rule, what: 'try' })}>试一试</TextButton>
                </span>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <Dialog title={`定“${chosen?.label ?? ''}”的线`} open={open?.what === 'set'} close={close}>
        {chosen && <SetLine row={chosen} done={close} />}
      </Dialog>
      <Dialog title={`试“${chosen?.label ?? ''}”的线`} open={open?.what === 'try'} close={close}>
        {chosen && <TryLine row={chosen} />}
      </Dialog>
    </>
  );
}

const sayFeedback = (row: ReliefRule): string => {
  const parts = [
    row.helped && `${row.direction === 'exit' ? '复核后变了' : '属实有困难'}${row.helped}`,
    row.noNeed && `${row.direction === 'exit' ? '复核后保留' : '属实不用救助'}${row.noNeed}`,
    row.wrong && `不属实${row.wrong}`,
    row.open && `还没核实${row.open}`,
  ].filter(Boolean);
  return parts.join('，') || '还没有预警';
};

function Now({ unit, line }: { unit: Unit; line: RuleLine }) {
  const today = useBusinessDate();
  return (
    <>
      {line.active ? sayLine(unit, line.line) : '停用'}，看近{line.windowMonths}个月的数据
      <span className="row-note">
        {line.areaName}，{line.confidence === 'designDefault' ? '' : `${dateWords(line.fromOn, today)}起，`}
        {line.setBy}
        {line.documentNumber && `，${line.documentNumber}`}
        {!isSure(line.confidence) && `（${CONFIDENCE_LABELS[line.confidence]}）`}
      </span>
      {line.confidence !== 'designDefault' && <span className="row-note">{line.basis}</span>}
    </>
  );
}

function History({ row }: { row: ReliefRule }) {
  return (
    <details>
      <summary className="link sm">定过的{row.lines.length - 1}次</summary>
      <ul>
        {row.lines.map(line => (
          <li key={`${line.areaName}${line.fromOn}${line.setBy}${line.line}${line.basis}`}>
            <Now unit={row.unit} line={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
