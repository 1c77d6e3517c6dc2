import { useId, useState } from 'react';
import { listElders } from '#contracts/elders/find.ts';
import { useQueryOf } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { ErrorState } from '../../ui/states.tsx';

const FEW = 6;

/** Finds the elder a device is for, so that nobody copies an id; the chosen id stands in the form under `elderId`. */
export function PickPerson() {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const id = useId();
  const found = useQueryOf(listElders, { query: { q: asked, limit: FEW } }, { enabled: asked !== '' });
  const options = (found.data?.rows ?? []).map(row => ({
    value: row.elderId,
    label: `${row.name}，${row.age}岁，${row.living}，${[row.road, row.compound].filter(Boolean).join(' ')}`,
  }));
  const find = () => setAsked(text.trim());
  return (
    <>
      <div className="fld">
        <label htmlFor={id}>找老年人</label>
        <div className="row-flex">
          <input
            className="in"
            id={id}
            type="search"
            autoComplete="off"
            placeholder="姓名、拼音或证件后四位"
            value={text}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter') return;
              // Enter finds here and must not send the form around it
              event.preventDefault();
              find();
            }}
          />
          <Button size="sm" busy={found.isFetching} onClick={find}>
            找人
          </Button>
        </div>
      </div>
      {found.error && <ErrorState error={found.error} />}
      <RadioGroup
        name="elderId"
        label="装在谁家"
        options={options}
        hint={
          found.data && options.length === 0 ? `辖区里没有找到“${asked}”` : options.length === 0 ? '先在上面找人' : ''
        }
      />
    </>
  );
}
