import { OFFICIALS } from '#contracts/roles.ts';
import { allow } from '#platform/http/serve.ts';

export const seeNeeds = allow('市、区、街道、社区的民政人员看本辖区的服务需求清单', OFFICIALS);
export const keepNeeds = allow('社区、街道登记服务需求，记办得怎样', ['community', 'street']);
