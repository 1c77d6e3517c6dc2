import { useParams } from 'react-router';
import { readElderHousehold } from '#contracts/household-files.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** On a person's record: the way to the file of the household, and what it lacks; nothing where no file is kept. */
export default function ElderPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(readElderHousehold, { params: { elderId: id } });
  if (answer.data && !answer.data.file) return null;
  return (
    <section className="file-section">
      <SectionHead title="一户一策一档" />
      <Loaded of={answer} rows={2}>
        {({ file }) =>
          file && (
            <>
              <p className="sm">
                {file.responsible ? `责任人${file.responsible}` : <Chip tone="today">没有责任人</Chip>}
                {file.measures + file.running === 0 && <Chip tone="today">没有措施</Chip>}
              </p>
              {file.measures + file.running > 0 && (
                <p className="sm">{`定了${file.measures}项措施，正在享受${file.running}项`}</p>
              )}
              {file.next && <p className="sm soft">{`${dateWords(file.next.dueOn, today)}以前：${file.next.what}`}</p>}
              <TextLink small to={fill('/desk/households/:id', { id: file.householdId })}>
                打开这一户的档案
              </TextLink>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
