import { type FormEvent, useEffect, useState } from 'react';
import { Button, TextButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NearDialog } from './near-dialog.tsx';
import { KIND_TABS } from './place-words.ts';
import { usePlaceCounts, useSearch } from './use-search.ts';
import './places.css';

/** Where, what, and the kinds with their counts; everything stands in the URL. */
export default function SearchPanel() {
  const { kind, placed, value, change } = useSearch();
  const counts = usePlaceCounts();
  const [choosing, setChoosing] = useState(false);
  const [text, setText] = useState(value('q'));
  const asked = value('q');
  useEffect(() => setText(asked), [asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ q: text.trim() });
  };
  const near = placed ? (counts.data?.near?.name ?? '正在找这个地点') : '全市';
  return (
    <>
      <form className="find" aria-label="找养老服务" onSubmit={submit}>
        <span className="find-near">
          <Icon name="place" small />
          <span>{near}</span>
          <TextButton aria-haspopup="dialog" onClick={() => setChoosing(true)}>
            {placed ? '换地点' : '选我的社区'}
          </TextButton>
        </span>
        <span className="find-what">
          <Icon name="search" />
          <input
            type="search"
            aria-label="机构、助餐点的名称"
            placeholder="机构、助餐点的名称"
            value={text}
            maxLength={50}
            onChange={event => setText(event.target.value)}
          />
        </span>
        <Button type="submit" look="go" size="lg">
          找一找
        </Button>
      </form>
      <ul className="kinds">
        {KIND_TABS.map(tab => (
          <li key={tab.kind}>
            <button type="button" aria-pressed={tab.kind === kind} onClick={() => change({ kind: tab.kind })}>
              <Icon name={tab.icon} />
              <b>{tab.word}</b>
              <span>{counts.data?.counts[tab.kind] ?? ''}</span>
            </button>
          </li>
        ))}
      </ul>
      <NearDialog
        open={choosing}
        close={() => setChoosing(false)}
        choose={at => change({ near: '', longitude: '', latitude: '', within: '', ...at })}
      />
    </>
  );
}
