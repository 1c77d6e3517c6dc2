import { pressCall } from '#contracts/alarms.ts';
import { useWrite } from '../../api.ts';
import { Icon } from '../../ui/icon.tsx';
import { clockWords } from '../../ui/words.ts';
import './alarms.css';

/** 一键呼 always in reach: one press tells the duty desk; without network the phone number is there. */
export default function CallPanel() {
  const press = useWrite(pressCall);
  if (press.error)
    return (
      <a className="call" href="tel:12345">
        <Icon name="phone" />
        <span role="alert">
          没有呼通，打12345<small>点这里拨电话</small>
        </span>
      </a>
    );
  const called = press.data;
  const words = called
    ? `${clockWords(called.raisedAt)}已通知值守台`
    : press.isPending
      ? '正在通知值守台'
      : '有人马上接';
  return (
    <button type="button" className="call" onClick={() => !press.isPending && press.mutate({ body: {} })}>
      <Icon name="phone" />
      <span aria-live="assertive">
        {called ? '已经呼了' : '一键呼'}
        <small>{words}</small>
      </span>
    </button>
  );
}
