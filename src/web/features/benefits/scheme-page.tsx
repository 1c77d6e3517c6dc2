import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { OUTCOME_STATE_LABELS, type Outcome, SCHEME_KIND_LABELS } from '#contracts/benefits/catalogue.ts';
import { SPENT_TYPE_LABELS } from '#contracts/benefits/pays.ts';
import { evaluateScheme, readScheme } from '#contracts/benefits/scheme-endpoints.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useSessionQuery } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { CheckedNote, OutcomeView, outcomeWords } from './outcome-view.tsx';
import { SchemeForm } from './scheme-form.tsx';
import { SchemeParameters } from './scheme-parameters.tsx';
import './benefits.css';

type Detail = OutputOf<typeof readScheme>;

/** One scheme: for whom, how, every dated value, a calculator on facts typed in, and examples. Desk and public. */
export default function SchemePage() {
  const { key = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const inDesk = useLocation().pathname.startsWith('/desk');
  const post = useSessionQuery().data?.currentPost;
  const own = post && post.areaCode.slice(2, 6) !== '0000' ? `${post.areaCode.slice(0, 6)}000000` : null;
  const on = params.get('on');
  const district = params.get('district') ?? own;
  const answer = useQueryOf(readScheme, {
    params: { key },
    query: { ...(on && { on }), ...(district && { district }) },
  });
  return (
    <div className={inDesk ? undefined : 'pub-in'}>
      <Loaded whole of={answer} rows={8}>
        {detail => (
          <Body
            detail={detail}
            district={district}
            inDesk={inDesk}
            pick={day =>
              setParams(
                before => new URLSearchParams([...before].filter(([name]) => name !== 'on').concat([['on', day]])),
                {
                  replace: true,
                },
              )
            }
            maySet={post?.role === 'district'}
          />
        )}
      </Loaded>
    </div>
  );
}

type BodyProps = {
  detail: Detail;
  district: string | null;
  inDesk: boolean;
  maySet: boolean;
  pick: (day: string) => void;
};

function Body({ detail, district, inDesk, pick, maySet }: BodyProps) {
  const list = inDesk ? '/desk/benefits/schemes' : '/benefits/schemes';
  return (
    <>
      <PageHeader
        title={detail.nameZh}
        trail={[{ title: '待遇一览', to: list }]}
        facts={[
          SCHEME_KIND_LABELS[detail.kind],
          ...detail.pays.map(each => SPENT_TYPE_LABELS[each]),
          ...(detail.district ? [`按${detail.district}`] : ['按全市']),
        ]}
        sentence={`${detail.who}。${detail.how}。`}
      >
        <label className="row-flex sm">
          按哪天
          <input
            className="in dense"
            type="date"
            value={detail.on}
            onChange={event => event.target.value && pick(event.target.value)}
          />
        </label>
      </PageHeader>
      <CheckedNote checked={detail.checked} />
      {detail.isCalculated ? (
        <Calculator detail={detail} district={district} />
      ) : (
        <div className="form-acts">
          <LinkButton look="ok" to="/benefits">
            不留姓名查待遇
          </LinkButton>
        </div>
      )}
      <SchemeParameters detail={detail} maySet={maySet} />
      {detail.examples.length > 0 && (
        <section data-rule>
          <SectionHead title="例子" note="每个例子都由同一套规则算出来" />
          <ul className="fact-lines examples">
            {detail.examples.map(each => (
              <li key={`${each.name} ${each.on}`}>
                <span>{dayWords(each.on)}</span>
                {each.name}
                <small>{each.answer}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Calculator({ detail, district }: { detail: Detail; district: string | null }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) result.current?.focus();
  }, [outcome]);
  const write = useWrite(evaluateScheme);
  const submit = async (facts: Record<string, unknown>) => {
    const place = { on: detail.on, ...(district && { district }) };
    setOutcome(await write.mutateAsync({ params: { key: detail.key }, body: { facts, ...place } }));
  };
  return (
    <section>
      <SectionHead title="算一算" note="不用登录，填的内容不保存" />
      <div className="ask">
        <SchemeForm key={detail.key} facts={detail.facts} submit={submit} />
        <Answer outcome={outcome} at={result} />
      </div>
    </section>
  );
}

function Answer({ outcome, at }: { outcome: Outcome | null; at: RefObject<HTMLDivElement | null> }) {
  return (
    <div className="ask-answer" ref={at} tabIndex={-1} data-rule>
      {outcome ? (
        <>
          <SectionHead
            title={outcomeWords(outcome)}
            note={`${OUTCOME_STATE_LABELS[outcome.state]}，按${dayWords(outcome.on)}计算`}
          />
          <OutcomeView outcome={outcome} />
        </>
      ) : (
        <EmptyState icon="money" title="结果会显示在这里">
          填左边的情况，按“算一算”。
        </EmptyState>
      )}
    </div>
  );
}
