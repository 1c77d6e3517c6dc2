import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const seeFiles = allow('市、区、街道、社区的民政人员看本辖区困难家庭的一户一档', OFFICIALS);
export const keepFiles = allow('社区、街道定责任人、措施，记进展', ['community', 'street']);
