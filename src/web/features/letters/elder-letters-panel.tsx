import { useParams } from 'react-router';
import { LETTER_KIND_LABELS, listLetters } from '#contracts/letters.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** On the record of a person: the letters sent, newest first. */
export default function ElderLettersPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(listLetters, { query: { elderId: id, limit: 10 } });
  return (
    <Loaded of={answer} rows={1}>
      {({ rows }) =>
        rows.length > 0 && (
          <section>
            <SectionHead title="发出的文书" />
            <ul className="sm">
              {rows.map(row => (
                <li key={row.id}>
                  <TextLink small to={fill('/desk/letters/:id', { id: row.id })}>
                    {LETTER_KIND_LABELS[row.kind]}：{row.about}
                  </TextLink>{' '}
                  {dateWords(row.issuedOn, today)}，{row.told}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  );
}
