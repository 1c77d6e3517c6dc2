import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import type { Budgets, YearLine } from '#contracts/rehearsals/budget.ts';
import { readBudgets, startForecast } from '#contracts/rehearsals/endpoints.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { useFilters } from '../../ui/filter-bar.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { BudgetLines } from './budget-lines.tsx';
import { Assumptions } from './result-parts.tsx';
import './rehearsals.css';

const POLL_MS = 2_000;
const COLUMNS = [
  { key: 'paid', title: '已发（元）', number: true },
  { key: 'ahead', title: '预计还要（元）', number: true },
  { key: 'total', title: '全年（元）', number: true },
  { key: 'city', title: '预计里市级定额（元）', number: true },
  { key: 'own', title: '预计里区负担（元）', number: true },
  { key: 'budget', title: '预算（元）', number: true },
  { key: 'over', title: '缺口', number: true },
];

/** 经费动态保障: what is paid, what the people of today will need as they age, and whether the budget is enough. */
export default function BudgetsPage() {
  const { values } = useFilters();
  const { areaName, role } = useSession().currentPost;
  const query = {
    ...(values.street && { street: values.street }),
    ...pick(values, 'more80'),
    ...pick(values, 'moreSevere'),
  };
  const first = useQueryOf(readBudgets, { query });
  const answer = useQueryOf(readBudgets, { query }, first.data?.running ? { refreshEveryMs: POLL_MS } : {});
  const write = useWrite(startForecast);
  const mayRun = role !== 'auditor';
  return (
    <>
      <PageHeader title="经费测算和预算" facts={[areaName, '按户籍所在的区算', '登记在册的人逐月变老，标准按现行规定']}>
        {mayRun && (
          <Button look="go" busy={write.isPending} onClick={() => write.mutate({})}>
            重新测算
          </Button>
        )}
      </PageHeader>
      {write.error && <ErrorState error={write.error} kept="原来的测算还在" />}
      <Loaded of={answer} rows={8}>
        {budgets => <Body budgets={budgets} />}
      </Loaded>
    </>
  );
}

const pick = (values: Readonly<Record<string, string>>, key: string): Record<string, number> => {
  const value = Number(values[key] || Number.NaN);
  return Number.isInteger(value) && value >= 0 ? { [key]: value } : {};
};

function Body({ budgets }: { budgets: Budgets }) {
  const today = useBusinessDate();
  const { role } = useSession().currentPost;
  const { forecast } = budgets;
  return (
    <div className="stack budget">
      {budgets.running && role !== 'auditor' && (
        <RunProgress runId={budgets.running} unit="人" kept="已算完的区保留，再点重新测算会接着算" />
      )}
      <section className="answer">
        <p className="lead">{budgets.sentence}</p>
        {forecast && (
          <p className="sm soft">
            {instantWords(forecast.ranAt, today)}测算，{monthWords(forecast.startsMonth)}以前是发出的，以后是预计的。
            {forecast.stale.join('')}
          </p>
        )}
      </section>
      {!forecast && !budgets.running && (
        <Note title="还没有测算">点“重新测算”，系统按现行规定逐月算到三年以后；人多时要几分钟，可以离开本页。</Note>
      )}
      <Years budgets={budgets} />
      <Districts budgets={budgets} />
      <Scenarios budgets={budgets} />
      <BudgetLines budgets={budgets} />
      <Assumptions list={budgets.assumptions} />
    </div>
  );
}

function LineCells({ line }: { line: YearLine }) {
  const over = line.overFen;
  return (
    <>
      <td className="num">{fenToYuanText(line.paidFen)}</td>
      <td className="num">{fenToYuanText(line.aheadFen)}</td>
      <td className="num">{fenToYuanText(line.totalFen)}</td>
      <td className="num">{fenToYuanText(line.cityFen)}</td>
      <td className="num">{fenToYuanText(line.districtFen)}</td>
      <td className="num">{line.budgetFen === null ? '没登记' : fenToYuanText(line.budgetFen)}</td>
      <td className="num">
        {over === null ? (
          ''
        ) : over > 0 ? (
          <b className="over">缺{fenToYuanText(over)}元</b>
        ) : (
          `余${fenToYuanText(-over)}元`
        )}
      </td>
    </>
  );
}

function Years({ budgets }: { budgets: Budgets }) {
  return (
    <section>
      <SectionHead title="今年和今后三年" note="三项补贴津贴合计" />
      <Table caption="今年和今后三年" columns={[{ key: 'year', title: '年份' }, ...COLUMNS]}>
        {budgets.total.map(line => (
          <tr key={line.year}>
            <td>{line.year}年</td>
            <LineCells line={line} />
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Districts({ budgets }: { budgets: Budgets }) {
  const { values, set } = useFilters();
  const year = Number(values.of ?? budgets.year);
  const rows = budgets.districts.filter(row => row.years.some(line => line.totalFen > 0 || line.budgetFen !== null));
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead title="各区各项" note="户籍所在的区出钱" />
      <div className="row-flex group-picks">
        {budgets.total.map(line => (
          <button
            key={line.year}
            type="button"
            className="pill"
            aria-pressed={line.year === year}
            onClick={() => set('of', String(line.year))}
          >
            {line.year}年
          </button>
        ))}
      </div>
      <Table
        caption="各区各项"
        columns={[{ key: 'area', title: '区' }, { key: 'scheme', title: '待遇' }, ...COLUMNS]}
        tall
      >
        {rows.map(row => {
          const line = row.years.find(each => each.year === year);
          return (
            line && (
              <tr key={`${row.areaCode} ${row.scheme}`}>
                <td>{row.areaName}</td>
                <td>{SCHEME_LABELS[row.scheme]}</td>
                <LineCells line={line} />
              </tr>
            )
          );
        })}
      </Table>
    </section>
  );
}

/** What-ifs with their formula; they read and store nothing. */
function Scenarios({ budgets }: { budgets: Budgets }) {
  const { values, set } = useFilters();
  if (budgets.scenarios.length === 0) return null;
  return (
    <section>
      <SectionHead title="要是人变多了" note="只是算一算，核定和发放一条不动" />
      <div className="filters">
        <select
          className="in dense"
          aria-label="街道"
          value={values.street ?? budgets.streets[0]?.areaCode ?? ''}
          onChange={event => set('street', event.target.value)}
        >
          {budgets.streets.map(street => (
            <option key={street.areaCode} value={street.areaCode}>
              {street.areaName}
            </option>
          ))}
        </select>
        <NumberBox name="more80" label="80岁以上多几人" fallback="100" />
        <NumberBox name="moreSevere" label="重度失能多百分之几" fallback="10" />
      </div>
      <ul className="scenarios" data-rule>
        {budgets.scenarios.map(scenario => (
          <li key={scenario.label}>
            <b>
              {scenario.label}
              {fenToYuanText(scenario.fen)}元
            </b>
            <span className="sm soft">{scenario.formula}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NumberBox({ name, label, fallback }: { name: string; label: string; fallback: string }) {
  const { values, set } = useFilters();
  return (
    <label className="date-filter">
      {label}
      <input
        className="in dense"
        type="number"
        min={0}
        value={values[name] ?? fallback}
        onChange={event => set(name, event.target.value)}
      />
    </label>
  );
}
