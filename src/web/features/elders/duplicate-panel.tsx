import { useContext, useEffect, useState } from 'react';
import { checkDuplicates, type DuplicateAnswer, type DuplicateCandidate } from '#contracts/elders/register.ts';
import { dayWords } from '#shared/dates.ts';
import { ApiError, call } from '../../api.ts';
import { fill } from '../../paths.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { FormContext, type FormValues } from '../../ui/form-state.ts';
import { ErrorState, Note } from '../../ui/states.tsx';
import { placeName } from './place-name.ts';
import './elders.css';

type Typed = { name: string; identityNumber: string; phone: string; compound: string };
export type Decision = { elderId: string; reason: string };
const PAUSE_MS = 600;
const text = (values: FormValues, name: string): string => String(values[name] ?? '').trim();
const typedOf = (values: FormValues): Typed => ({
  name: text(values, 'name'),
  identityNumber: text(values, 'identityNumber').replace(/\s/g, ''),
  phone: text(values, 'phone'),
  compound: text(values, 'compound'),
});

/** Enough to look with: a whole identity number, or a name with a phone. */
const isEnough = (typed: Typed): boolean =>
  typed.identityNumber.length === 18 || (typed.name.length >= 2 && typed.phone.replace(/\D/g, '').length >= 11);

/** Looks while somebody types; a pause of 0.6 s, and only when something it looks at has changed. */
export function useDuplicates() {
  const form = useContext(FormContext);
  const typed = JSON.stringify(typedOf(form?.values ?? {}));
  const [answer, setAnswer] = useState<DuplicateAnswer | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    const asked = JSON.parse(typed) as Typed;
    if (!isEnough(asked)) {
      setAnswer(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const body = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
      call(checkDuplicates, { body }, { signal: stop.signal }).then(
        found => {
          setAnswer(found);
          setError(null);
        },
        (failure: unknown) => failure instanceof ApiError && setError(failure),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return { answer, error, values: form?.values ?? {}, set: form?.set };
}

/** Beside the form: what the number says, who holds it, and who looks alike, each pair side by side. */
export function DuplicatePanel() {
  const { answer, error, values, set } = useDuplicates();
  const decisions = (values.notDuplicateOf ?? []) as Decision[];
  const decide = (elderId: string, reason: string | null) =>
    set?.('notDuplicateOf', [
      ...decisions.filter(d => d.elderId !== elderId),
      ...(reason === null ? [] : [{ elderId, reason }]),
    ]);
  if (error) return <ErrorState error={error} kept="您填的内容都还在，可以先往下填" />;
  if (!answer) {
    return (
      <Note title="边填边查重">
        填好身份证号后，这里会告诉您这位老人是不是已经登记过。身份证号、姓名、出生日期和手机号在全市查；别区的只说在哪个区。
      </Note>
    );
  }
  const { derived, identityFault, identityTaken, candidates, elsewhere } = answer;
  const open = candidates.filter(c => !decisions.some(d => d.elderId === c.elderId));
  return (
    <>
      {identityFault && (
        <Note tone="warn" title="身份证号还不对">
          {identityFault}
        </Note>
      )}
      {derived && !identityTaken && (
        <Note tone="ok" title="身份证号没有登记过">
          {dayWords(derived.bornOn)}出生，今天{derived.age}周岁，{derived.sex}。
        </Note>
      )}
      {identityTaken && (
        <Note
          tone="err"
          title={`这个身份证号已在${identityTaken.districtName}登记`}
          acts={
            identityTaken.elderId && (
              <TextLink small to={fill('/desk/elders/:id', { id: identityTaken.elderId })}>
                打开已有档案
              </TextLink>
            )
          }
        >
          {identityTaken.doNext}。
        </Note>
      )}
      {elsewhere.length > 0 && (
        <Note tone="warn" title="别处有很像的人">
          {elsewhere.map(one => `${one.districtName}：${one.reasons.join('，')}`).join('；')}
          。请先问本人是不是在那里登记过；是的话请那边办迁入，不要重复登记。
        </Note>
      )}
      {candidates.length > 0 && (
        <section aria-label="很像同一个人的档案">
          <h2>{open.length > 0 ? `有${open.length}份档案很像同一个人，请逐一核对` : '很像的档案都核对过了'}</h2>
          {candidates.map(candidate => (
            <Twin
              key={candidate.elderId}
              candidate={candidate}
              values={values}
              bornOn={derived?.bornOn ?? ''}
              decision={decisions.find(d => d.elderId === candidate.elderId)}
              decide={reason => decide(candidate.elderId, reason)}
            />
          ))}
        </section>
      )}
    </>
  );
}

type TwinProps = {
  candidate: DuplicateCandidate;
  values: FormValues;
  bornOn: string;
  decision: Decision | undefined;
  decide: (reason: string | null) => void;
};

function Twin({ candidate, values, bornOn, decision, decide }: TwinProps) {
  const [reason, setReason] = useState('');
  const rows: [string, string, string][] = [
    ['姓名', text(values, 'name'), candidate.name],
    [
      '身份证',
      text(values, 'identityNumber') && `尾号 ${text(values, 'identityNumber').slice(-2)}`,
      candidate.identityMasked,
    ],
    ['手机', text(values, 'phone'), candidate.phoneMasked ?? '没有'],
    ['小区', text(values, 'compound'), candidate.compound ?? '没有'],
    ['出生', bornOn && dayWords(bornOn), dayWords(candidate.bornOn)],
    ['社区', '', placeName(candidate.areaName)],
  ];
  return (
    <div className="twin">
      <p className="sm">
        <b className="mid">{candidate.name}</b>：{candidate.reasons.join('，')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">项目</span>
            </th>
            <th scope="col">正在填的</th>
            <th scope="col">已有档案</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, mine, theirs]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td className={mine !== '' && mine === theirs ? 'same' : undefined}>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {decision ? (
        <p className="sm soft">
          已判断不是同一人：{decision.reason}{' '}
          <button type="button" className="link sm" onClick={() => decide(null)}>
            改判断
          </button>
        </p>
      ) : (
        <>
          <label className="sm" htmlFor={`why-${candidate.elderId}`}>
            不是同一人，因为
          </label>
          <input
            className="in dense"
            id={`why-${candidate.elderId}`}
            value={reason}
            placeholder="如 两人都到场，身份证号不同"
            onChange={event => setReason(event.target.value)}
          />
          <div className="acts">
            <Button
              size="sm"
              because={reason.trim().length < 4 ? '先写理由，至少 4 个字' : null}
              onClick={() => decide(reason.trim())}
            >
              不是同一人
            </Button>
            <TextLink small to={fill('/desk/elders/:id', { id: candidate.elderId })}>
              是同一人，打开已有档案
            </TextLink>
          </div>
        </>
      )}
    </div>
  );
}
