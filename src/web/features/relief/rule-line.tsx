import { useState } from 'react';
import { type ReliefRule, setReliefRule, tryReliefRule, type WarningRule } from '#contracts/relief-rules.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Tick } from '../../ui/choices.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

export type Unit = ReliefRule['unit'];
export const sayLine = (unit: Unit, line: number): string =>
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

export function SetLine({ row, done }: { row: ReliefRule; done: () => void }) {
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
export function TryLine({ row }: { row: ReliefRule }) {
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
          {dayWords(trial.fromOn)}到{dayWords(trial.toOn)}存下{countWords(trial.signals)}条信号，这条线会预警
          <b>{countWords(trial.would)}</b>
          户，现在的线{countWords(trial.now)}户。会预警的里面，已经上门说属实的{countWords(trial.wouldHelped)}
          户，说不属实的{countWords(trial.wouldWrong)}户。
        </p>
      )}
    </Loaded>
  );
}
