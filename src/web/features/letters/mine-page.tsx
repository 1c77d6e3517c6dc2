import { Link } from 'react-router';
import { LETTER_KIND_LABELS, listLetters } from '#contracts/letters.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** What I was sent on paper, newest first, in large type. */
export default function MyLettersPage() {
  const today = useBusinessDate();
  const answer = useQueryOf(listLetters, { query: { limit: 50 } });
  return (
    <Loaded whole of={answer}>
      {({ rows, withheld }) => (
        <>
          <h1>我的文书</h1>
          <p className="elder-note">申请的受理单、决定书、评估结果都在这里，可以看，也可以打印。</p>
          {withheld.map(sentence => (
            <p key={sentence}>
              {sentence}。<Link to="/elder/consents">看看要请老人同意哪几件事</Link>
            </p>
          ))}
          {rows.map(row => (
            <Link key={row.id} className="elder-row" to={fill('/elder/letters/:id', { id: row.id })}>
              <b>
                {LETTER_KIND_LABELS[row.kind]}：{row.about}
                {row.replaced && '（已有新版）'}
              </b>
              <span>{dateWords(row.issuedOn, today)}</span>
              <Icon name="right" />
            </Link>
          ))}
          {rows.length === 0 && withheld.length === 0 && (
            <p className="elder-note">还没有文书。提出申请以后会有受理单。</p>
          )}
        </>
      )}
    </Loaded>
  );
}
