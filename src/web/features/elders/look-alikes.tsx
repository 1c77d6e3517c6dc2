import { useState } from 'react';
import {
  decideLookAlikes,
  type ElderImport,
  LOOK_DECISION_LABELS,
  type LookAlike,
  listLookAlikes,
} from '#contracts/elders/imports.ts';
import { dayWords } from '#shared/dates.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

/** Rows beside the people they look like; decided one by one, or all that is left with one reason. */
export function LookAlikes({ row }: { row: ElderImport }) {
  const answer = usePagesOf(listLookAlikes, { params: { id: row.id } });
  const write = useWrite(decideLookAlikes);
  const [reason, setReason] = useState('');
  const because = reason.trim().length < 4 ? '先写理由，至少4个字' : null;
  const decide = (decision: 'different' | 'skip', rows?: number[]) =>
    write.mutate({ params: { id: row.id }, body: { decision, reason: reason.trim(), ...(rows && { rows }) } });
  return (
    <section className="look-alikes">
      <SectionHead
        title="像是已有的人"
        note={row.undecided > 0 ? `还有${countWords(row.undecided)}行没判断` : '都判断了'}
      />
      <label className="fld">
        <span>判断的理由（和判断一起长期保存）</span>
        <input
          className="in"
          value={reason}
          maxLength={200}
          placeholder="如：两人身份证都核对过，同名同生日"
          onChange={event => setReason(event.target.value)}
        />
      </label>
      <DataList
        name="import-look-alikes"
        unit="行"
        columns={[
          {
            key: 'row',
            title: '表里',
            cell: one => (
              <>
                <b>{one.name}</b>，{one.sex}
                <span className="row-note">
                  第{one.row}行，{dayWords(one.bornOn)}，{one.identityMasked}
                </span>
              </>
            ),
          },
          { key: 'matches', title: '像谁', cell: one => <Matches one={one} /> },
          {
            key: 'decision',
            title: '判断',
            cell: one =>
              one.decision ? (
                <>
                  {LOOK_DECISION_LABELS[one.decision]}
                  <span className="row-note">
                    {one.decidedBy}：{one.reason}
                  </span>
                </>
              ) : (
                <span className="row-flex">
                  <Button size="sm" because={because} onClick={() => decide('different', [one.row])}>
                    不是同一人
                  </Button>
                  <Button size="sm" because={because} onClick={() => decide('skip', [one.row])}>
                    是同一人
                  </Button>
                </span>
              ),
          },
        ]}
        answer={answer}
        rowKey={one => String(one.row)}
        empty={<p className="sm soft">没有像的行。</p>}
      />
      {row.undecided > 1 && (
        <div className="row-flex">
          <Button size="sm" busy={write.isPending} because={because} onClick={() => decide('different')}>
            没判断的都不是同一人
          </Button>
          <Button size="sm" busy={write.isPending} because={because} onClick={() => decide('skip')}>
            没判断的都不导入
          </Button>
        </div>
      )}
      {write.error && <ErrorState error={write.error} kept="写好的理由还在" />}
    </section>
  );
}

function Matches({ one }: { one: LookAlike }) {
  return (
    <ul className="import-faults">
      {one.matches.map(match => (
        <li key={match.elderId ?? match.row}>
          {match.elderId ? (
            <TextLink to={fill('/desk/elders/:id', { id: match.elderId })}>{match.name}</TextLink>
          ) : (
            match.name
          )}{' '}
          {dayWords(match.bornOn)}，{match.place}
          <span className="row-note">{match.reasons.join('、')}</span>
        </li>
      ))}
    </ul>
  );
}
