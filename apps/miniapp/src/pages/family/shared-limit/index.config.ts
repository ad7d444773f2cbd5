export default definePageConfig({ navigationBarTitleText: '共用限额' });
