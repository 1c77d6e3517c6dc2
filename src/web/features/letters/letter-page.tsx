import { useState } from 'react';
import { useParams } from 'react-router';
import { LETTER_KIND_LABELS, type Letter, readLetter, reissueLetter } from '#contracts/letters.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { Paper, PaperButtons } from './paper.tsx';
import './letters.css';

/** One letter: the paper, how the person knows of it, its versions. */
export default function LetterPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readLetter, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {letter => <Body letter={letter} />}
    </Loaded>
  );
}

function Body({ letter }: { letter: Letter }) {
  return (
    <>
      <div className="no-print">
        <PageHeader
          record
          title={`${letter.elderName}的${LETTER_KIND_LABELS[letter.kind]}`}
          trail={[{ title: '文书', to: '/desk/letters' }]}
          facts={[letter.number, letter.about, letter.areaName, letter.told]}
        >
          <PaperButtons letter={letter} />
        </PageHeader>
        {letter.replaced && (
          <Note tone="warn" title="这一版已由后来的一版代替">
            <Newest letter={letter} />
          </Note>
        )}
        {!letter.intact && (
          <Note tone="err" title="内容与出具时不一致">
            请不要使用，联系系统管理员核对服务日志。
          </Note>
        )}
      </div>
      <div className="letter-cols">
        <Paper letter={letter} />
        <aside className="stack no-print" aria-label="版本">
          <Versions letter={letter} />
        </aside>
      </div>
    </>
  );
}

function Newest({ letter }: { letter: Letter }) {
  const newest = letter.versions[0];
  return newest ? (
    <TextLink to={fill('/desk/letters/:id', { id: newest.id })}>看最新的第{newest.version}版</TextLink>
  ) : null;
}

function Versions({ letter }: { letter: Letter }) {
  const today = useBusinessDate();
  const [asked, ask] = useState(false);
  const write = useWrite(reissueLetter);
  return (
    <section>
      <SectionHead title="版本" note={letter.intact ? '内容与出具时一致' : undefined} />
      <ul className="sm">
        {letter.versions.map(each => (
          <li key={each.id}>
            {each.id === letter.id ? (
              <b>第{each.version}版</b>
            ) : (
              <TextLink small to={fill('/desk/letters/:id', { id: each.id })}>
                第{each.version}版
              </TextLink>
            )}{' '}
            {dateWords(each.issuedOn, today)} {each.id === letter.id && <Chip tone="plain">正在看</Chip>}
            {each.reason && <span className="row-note">{each.reason}</span>}
          </li>
        ))}
      </ul>
      <Button because={letter.reissueDisabledBecause} onClick={() => ask(true)}>
        按现在的记录重出
      </Button>
      <Dialog title="重出一版" open={asked} close={() => ask(false)}>
        <p className="sm soft">编号不变，注明第几版；原来的一版留着，老人会再收到一次。</p>
        <Form
          initial={{}}
          checks={reissueLetter.body}
          label="重出"
          look="ok"
          done={() => ask(false)}
          submit={({ reason }: { reason: string }) =>
            write.mutateAsync({ params: { id: letter.id }, body: { reason } })
          }
        >
          <TextArea name="reason" label="为什么重出" />
        </Form>
      </Dialog>
    </section>
  );
}
