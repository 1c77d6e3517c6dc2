import { useState } from 'react';
import { correctionLifecycle } from '#contracts/elders/correction-lifecycle.ts';
import { decideImportChanges } from '#contracts/elders/import-changes.ts';
import type { ElderImport } from '#contracts/elders/imports.ts';
import { useWrite } from '../../api.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useRole } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { ErrorState, Note } from '../../ui/states.tsx';
import { countWords } from '../../ui/words.ts';

const CHECKERS: readonly string[] = correctionLifecycle.transitions.find(t => t.action === 'approve')?.by ?? [];

/** What a table changes of verified people: a second person decides on all of it, or looks at each. */
export function ImportChanges({ row }: { row: ElderImport }) {
  const { changes } = row;
  if (!changes) return null;
  const one = `/desk/corrections?importId=${row.id}`;
  if (changes.status === 'deciding' && row.runId) {
    return <RunProgress runId={row.runId} unit="件" kept="停止后已办的保留，其余的还等着核对" />;
  }
  if (changes.status === 'decided') {
    return (
      <Note title="带来的更正已经核对" acts={<LinkButton to={one}>逐件看</LinkButton>}>
        {`更正了${countWords(changes.applied)}件，没有更正${countWords(changes.refused)}件。`}
      </Note>
    );
  }
  return <Open row={row} waiting={changes.proposed} mine={changes.mine} one={one} />;
}

function Open({ row, waiting, mine, one }: { row: ElderImport; waiting: number; mine: boolean; one: string }) {
  const role = useRole();
  const waits = mine
    ? '这份表由您导入，要由另一位同事核对。'
    : CHECKERS.includes(role)
      ? null
      : '由街道、区、市的民政人员核对。';
  return (
    <section className="import-load">
      <SectionHead title={`${countWords(waiting)}件更正等另一人核对`} note={`来自${row.sender}`}>
        <LinkButton to={one}>逐件看</LinkButton>
      </SectionHead>
      <p className="sm soft">
        核实过的老人，姓名、户籍、困难情况、残疾等要两个人看过才改。核对的人对照送表单位的底册；别人改过的同一项会留下来逐件核对。
      </p>
      {waits ? <p>{waits}</p> : <Decide row={row} waiting={waiting} />}
    </section>
  );
}

function Decide({ row, waiting }: { row: ElderImport; waiting: number }) {
  const write = useWrite(decideImportChanges);
  const [note, setNote] = useState('');
  const decide = (approve: boolean) =>
    write.mutate({ params: { id: row.id }, body: { approve, ...(note.trim() && { note: note.trim() }) } });
  return (
    <>
      <label className="fld">
        <span>说明（都不更正时要写）</span>
        <input className="in" value={note} maxLength={300} onChange={event => setNote(event.target.value)} />
      </label>
      <div className="row-flex">
        <Button look="go" busy={write.isPending} onClick={() => decide(true)}>
          {`核对无误，${countWords(waiting)}件都更正`}
        </Button>
        <Button
          busy={write.isPending}
          because={note.trim().length < 4 ? '请先写明为什么不更正' : null}
          onClick={() => decide(false)}
        >
          都不更正
        </Button>
      </div>
      {write.error && <ErrorState error={write.error} kept="写的说明还在本页" />}
    </>
  );
}
