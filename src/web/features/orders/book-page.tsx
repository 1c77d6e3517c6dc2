import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { OrderForm } from './order-form.tsx';

/** 约服务: for oneself, or by the family for the elder they look after. */
export default function BookPage() {
  const { elderId } = useSession().currentPost;
  return (
    <>
      <h1>约一次服务</h1>
      {elderId ? (
        <OrderForm large elderId={elderId} opens={id => fill('/elder/orders/:id', { id })} />
      ) : (
        <p className="elder-note">这个账号还没有连到老人的档案，请联系社区。</p>
      )}
    </>
  );
}
