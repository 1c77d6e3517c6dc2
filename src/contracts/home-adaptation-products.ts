import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ProductClass, ProductPayment } from './home-adaptation-lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id } from './nouns.ts';

const ById = z.object({ id: Id });

const Product = z.object({
  id: Id,
  class: ProductClass,
  name: z.string(),
  unit: z.string(),
  priceFen: Fen,
  payment: ProductPayment,
  basis: z.string(),
  fromOn: CivilDateText,
  setBy: z.string(),
});
export type AdaptationProduct = z.infer<typeof Product>;
export const listAdaptationProducts = endpoint({
  method: 'GET',
  path: '/api/home-adaptation-products',
  summary: '本区的改造目录：在用的产品，哪一类还不到两种',
  query: z.object({ areaCode: AreaCode.optional() }),
  response: z.object({ areaCode: AreaCode, rows: z.array(Product), thin: z.array(ProductClass) }),
});
export const addAdaptationProduct = endpoint({
  method: 'POST',
  path: '/api/home-adaptation-products',
  summary: '在目录里加一种产品，写明价格和依据',
  body: z.object({
    class: ProductClass,
    name: z.string().trim().min(2, { error: '请填产品名称和型号' }).max(60),
    unit: z.string().trim().min(1, { error: '请填单位' }).max(10),
    priceFen: Fen.min(1, { error: '请填价格' }),
    payment: ProductPayment,
    basis: z.string().trim().min(2, { error: '请填依据（文件、采购合同）' }).max(100),
  }),
  response: ById,
});
export const dropAdaptationProduct = endpoint({
  method: 'POST',
  path: '/api/home-adaptation-products/:id/withdraw',
  summary: '一种产品停用；已在方案里的不变',
  params: ById,
  response: ById,
  errors: ['platform.not-found'],
});
