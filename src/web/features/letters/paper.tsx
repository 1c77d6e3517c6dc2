import { CONFIDENCE_LABELS, isSure } from '#contracts/confidence.ts';
import { type Letter, letterFile } from '#contracts/letters.ts';
import { download } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { dateWords } from '../../ui/words.ts';

/** The letter on A4, as it was issued. */
export function Paper({ letter }: { letter: Letter }) {
  const { paper } = letter;
  return (
    <article className="print-sheet" aria-label={paper.title}>
      <p className="paper-office">{paper.organisation}</p>
      <h2>{paper.title}</h2>
      <p className="paper-number">{paper.number}</p>
      <p className="paper-to">{paper.to}：</p>
      {paper.paragraphs.map(text => (
        <p key={text}>{text}</p>
      ))}
      <table>
        <caption className="visually-hidden">主要内容</caption>
        <tbody>
          {paper.facts.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {paper.remedies.map(({ text, confidence, source }) => (
        <p key={text} data-rule="">
          {text}（{source}
          {!isSure(confidence) && `，${CONFIDENCE_LABELS[confidence]}`}）。
        </p>
      ))}
      <p>{paper.counter}。</p>
      <p className="paper-sign">
        <span>{paper.organisation}</span>
        <span>{dateWords(paper.signedOn)}</span>
      </p>
    </article>
  );
}

const FORMATS = [
  ['docx', 'Word 文档'],
  ['pdf', 'PDF'],
] as const;

/** The same paper as a file, and on the printer. */
export function PaperButtons({ letter, large }: { letter: Letter; large?: boolean }) {
  const params = { id: letter.id };
  const name = `${letter.paper.title}-${letter.elderName}`;
  return (
    <>
      {FORMATS.map(([format, label]) => (
        <Button
          key={format}
          icon="download"
          wide={large ?? false}
          onClick={() => void download(letterFile, { params, query: { format } }, `${name}.${format}`)}
        >
          {label}
        </Button>
      ))}
      <Button look="go" icon="print" wide={large ?? false} onClick={() => window.print()}>
        打印
      </Button>
    </>
  );
}
