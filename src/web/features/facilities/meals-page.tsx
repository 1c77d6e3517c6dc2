import { useState } from 'react';
import type { OutputOf } from '#contracts/endpoint.ts';
import { enterMealCount, listMealCounts, listOwnMealPoints } from '#contracts/meals.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { DateInput, NumberInput, TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { DueChip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';

type Point = OutputOf<typeof listOwnMealPoints>['rows'][number];
type Count = OutputOf<typeof listMealCounts>['rows'][number];
type Asked = { point: Point; on: string; former: Count | null };

/** A meal point enters how many ate; what is missing of the last week stands on top. */
export default function MealsPage() {
  const points = useQueryOf(listOwnMealPoints, {});
  const today = useBusinessDate();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <PageHeader title="就餐人次" sentence="每天收餐后报一次，只报人次，不报姓名。" />
      <Loaded of={points}>
        {data =>
          data.rows.length === 0 ? (
            <EmptyState icon="meal" title="本单位还没有开业的助餐点">
              请街道先在设施台账里登记开业。
            </EmptyState>
          ) : (
            <div className="stack">
              {data.rows.map((point, i) => (
                <PointStep
                  key={point.facilityId}
                  point={point}
                  first={i === 0}
                  ask={on => setAsked({ point, on, former: null })}
                />
              ))}
              <Counts correct={former => correctOf(data.rows, former, setAsked)} />
            </div>
          )
        }
      </Loaded>
      <Dialog
        title={asked ? `${asked.point.name}，${dateWords(asked.on, today)}` : ''}
        open={asked !== null}
        close={() => setAsked(null)}
      >
        {asked && <CountForm asked={asked} done={() => setAsked(null)} />}
      </Dialog>
    </>
  );
}

function correctOf(points: readonly Point[], former: Count, ask: (asked: Asked) => void) {
  const point = points.find(p => p.facilityId === former.facilityId);
  if (point) ask({ point, on: former.from, former });
}

function PointStep({ point, first, ask }: { point: Point; first: boolean; ask: (on: string) => void }) {
  const today = useBusinessDate();
  const { missing } = point;
  const older = missing.filter(day => day !== today);
  return (
    <NextStep
      title={point.today === null ? `${point.name}：今天还没有报` : `${point.name}：今天${countWords(point.today)}人次`}
      note={`${point.areaName}，本月累计${countWords(point.monthTotal)}人次`}
    >
      {point.today === null && missing.includes(today) && (
        <Button look={first ? 'go' : 'plain'} onClick={() => ask(today)}>
          报今天的人次
        </Button>
      )}
      {older.map(day => (
        <Button key={day} onClick={() => ask(day)}>
          补报{dateWords(day, today)}
        </Button>
      ))}
      {older.length > 0 && <DueChip due={{ kind: 'over', words: `缺${older.length}天` }} />}
    </NextStep>
  );
}

function Counts({ correct }: { correct: (former: Count) => void }) {
  const today = useBusinessDate();
  const answer = usePagesOf(listMealCounts, { query: {} });
  const columns: readonly Column<Count>[] = [
    {
      key: 'when',
      title: '日期',
      cell: c =>
        c.from === c.to ? dateWords(c.from, today) : `${dateWords(c.from, today)}至${dateWords(c.to, today)}`,
    },
    { key: 'point', title: '助餐点', cell: c => c.facilityName, optional: true },
    { key: 'n', title: '人次', number: true, cell: c => countWords(c.personTimes) },
    {
      key: 'by',
      title: '谁报的',
      cell: c => (
        <>
          {c.enteredBy}
          {c.correctedBecause && <span className="row-note">更正：{c.correctedBecause}</span>}
        </>
      ),
    },
    {
      key: 'act',
      title: '更正',
      cell: c =>
        c.from === c.to ? (
          <Button size="sm" onClick={() => correct(c)}>
            更正
          </Button>
        ) : (
          <span className="xs mute">按月报的不拆</span>
        ),
    },
  ];
  return (
    <section>
      <SectionHead title="报过的" />
      <DataList
        name="meal-counts"
        unit="条"
        columns={columns}
        answer={answer}
        rowKey={c => c.id}
        empty={<EmptyState title="还没有报过" />}
      />
    </section>
  );
}

function CountForm({ asked, done }: { asked: Asked; done: () => void }) {
  const write = useWrite(enterMealCount);
  const { point, on, former } = asked;
  type Values = { on: string; personTimes: number; because?: string };
  return (
    <Form
      initial={{ on, personTimes: former?.personTimes, ...(former ? { because: '' } : {}) }}
      checks={enterMealCount.body.pick({ on: true, personTimes: true }).loose()}
      label={former ? '更正' : '报人次'}
      submit={({ because, ...rest }: Values) =>
        write.mutateAsync({ body: { facilityId: point.facilityId, because: because?.trim() || null, ...rest } })
      }
      done={done}
    >
      {!former && <DateInput name="on" label="哪一天" />}
      <NumberInput name="personTimes" label="就餐人次" unit="人次" hint="堂食和送餐都算；没有人来填 0" />
      {former && <TextArea name="because" label="更正原因" rows={2} />}
    </Form>
  );
}
