export default definePageConfig({ navigationBarTitleText: '核对代缴' });
