import { useParams } from 'react-router';
import { LETTER_KIND_LABELS, readLetter } from '#contracts/letters.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { TextLink } from '../../ui/button.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Paper, PaperButtons } from './paper.tsx';
import './letters.css';

/** One of my letters, to read and to print. */
export default function MyLetterPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readLetter, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {letter => {
        const newest = letter.versions[0];
        return (
          <>
            <div className="no-print">
              <h1>{LETTER_KIND_LABELS[letter.kind]}</h1>
              {letter.replaced && newest && (
                <p>
                  已有新的一版，
                  <TextLink to={fill('/elder/letters/:id', { id: newest.id })}>看第{newest.version}版</TextLink>
                </p>
              )}
            </div>
            <Paper letter={letter} />
            <div className="no-print stack">
              <PaperButtons letter={letter} large />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
