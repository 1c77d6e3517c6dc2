import { useParams } from 'react-router';
import { listFillings } from '#contracts/assessments/fillings.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { resultWords } from './outcome-list.tsx';

/** On the record of a person: the other questionnaires, newest first, beside the ability level and never mixed with it. */
export default function FillingsPanel() {
  const { id = '' } = useParams();
  const answer = useQueryOf(listFillings, { query: { elderId: id } });
  const today = useBusinessDate();
  const role = useRole();
  return (
    <section>
      <SectionHead title="其他量表" note="与能力评估并列保存，不互相换算" />
      <Loaded of={answer} rows={1}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p className="soft">还没有记过。</p>}
            {rows[0]?.withheld && <p className="sm soft">{rows[0].withheld}</p>}
            <ul className="stack sm">
              {rows.slice(0, 8).map(row => (
                <li key={row.id}>
                  <TextLink small to={`${fill('/desk/assessments/forms/:form', { form: row.form })}?filling=${row.id}`}>
                    {row.titleZh}
                  </TextLink>{' '}
                  {row.result && `${resultWords(row.result)}，`}
                  {dateWords(row.filledOn, today)}，{row.filledBy}
                  {row.standing && <span className="row-note">{row.standing}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {(role === 'community' || role === 'street') && (
        <TextLink small to={`/desk/assessments/forms?elderId=${id}`}>
          记一份量表
        </TextLink>
      )}
    </section>
  );
}
