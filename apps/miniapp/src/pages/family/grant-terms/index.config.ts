export default definePageConfig({ navigationBarTitleText: '修改授权' });
