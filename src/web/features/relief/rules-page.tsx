import { useState } from 'react';
import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import {
  listReliefRules,
  type ReliefRule,
  type RuleLine,
  setReliefRule,
  tryReliefRule,
  type WarningRule,
} from '#contracts/relief-rules.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextButton, TextLink } from '../../ui/button.tsx';
import { Tick } from '../../ui/choices.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import './relief.css';

type Unit = ReliefRule['unit'];
const sayLine = (unit: Unit, line: number): string =>
  unit === 'fen'
    ? line === 0
      ? '有就预警'
      : `超过${fenToYuanText(line)}元`
    : unit === 'percent'
      ? `${line}%`
      : '有就预警';
const toLine = (unit: Unit, shown: number | string): number =>
  unit === 'fen' ? Math.round(Number(shown) * 100) : Number(shown || 0);
const fromLine = (unit: Unit, line: number): number => (unit === 'fen' ? line / 100 : line);
const UNIT_WORDS = { fen: '元', percent: '%' } as const;

/** What each rule looks at, by whose word, and how often it was right. */
export default function RulesPage() {
  const answer = useQueryOf(listReliefRules, {});
  return (
    <>
      <PageHeader
        title="预警规则"
        trail={[{ title: '困难预警', to: '/desk/relief/warnings' }]}
        facts={['每条线写明谁按什么定的', '属实率从上门核实的结果来']}
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
              {row.precisionPercent === null ? '还没有' : `${row.precisionPercent}%`}
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
      <span className="row-note">{line.basis}</span>
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

type Line = { shown: number | string; windowMonths: number | string };

function LineFields({ unit }: { unit: Unit }) {
  return (
    <>
      {unit && (
        <NumberInput
          name="shown"
          label={unit === 'fen' ? '超过多少元预警' : '到百分之多少预警'}
          unit={UNIT_WORDS[unit]}
        />
      )}
      <NumberInput name="windowMonths" label="数据在多久以内才算" unit="个月" />
    </>
  );
}

function SetLine({ row, done }: { row: ReliefRule; done: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(setReliefRule);
  const { line, windowMonths, active } = row.now;
  type Values = Line & { stop: boolean; documentNumber: string; basis: string; fromOn: string };
  return (
    <Form
      initial={{
        shown: fromLine(row.unit, line),
        windowMonths,
        stop: !active,
        documentNumber: '',
        basis: '',
        fromOn: today,
      }}
      label="定下来"
      look="ok"
      done={done}
      submit={({ shown, windowMonths: window, stop, ...rest }: Values) =>
        write.mutateAsync({
          params: { rule: row.rule },
          body: { ...rest, active: !stop, line: toLine(row.unit, shown), windowMonths: Number(window) },
        })
      }
    >
      <LineFields unit={row.unit} />
      <Tick name="stop" label="停用这条规则" />
      <TextInput name="documentNumber" label="文号" optional hint="没有文件的不填，页面上会标明是自定的" />
      <TextInput name="basis" label="依据" />
      <DateInput name="fromOn" label="从哪天起" />
    </Form>
  );
}

/** What another line would have found in the stored signals; nothing is kept of it. */
function TryLine({ row }: { row: ReliefRule }) {
  const [asked, setAsked] = useState<{ line: number; windowMonths: number } | null>(null);
  const { line, windowMonths } = row.now;
  return (
    <>
      <p className="sm soft">用存下的近十二个月信号算一遍，只算，不改现在的线，也不预警。</p>
      <Form
        initial={{ shown: fromLine(row.unit, line), windowMonths }}
        label="算一算"
        look="ok"
        submit={async ({ shown, windowMonths: window }: Line) =>
          setAsked({ line: toLine(row.unit, shown), windowMonths: Number(window) })
        }
      >
        <LineFields unit={row.unit} />
      </Form>
      {asked && <Trial rule={row.rule} asked={asked} />}
    </>
  );
}

function Trial({ rule, asked }: { rule: WarningRule; asked: { line: number; windowMonths: number } }) {
  const answer = useQueryOf(tryReliefRule, { params: { rule }, query: asked });
  return (
    <Loaded of={answer} rows={2}>
      {trial => (
        <p role="status">
          {trial.fromOn}到{trial.toOn}存下{countWords(trial.signals)}条信号，这条线会预警
          <b>{countWords(trial.would)}</b>
          户，现在的线{countWords(trial.now)}户。会预警的里面，已经上门说属实的{countWords(trial.wouldHelped)}
          户，说不属实的{countWords(trial.wouldWrong)}户。
        </p>
      )}
    </Loaded>
  );
}
