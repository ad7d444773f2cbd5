export default definePageConfig({ navigationBarTitleText: '一笔结算' });
